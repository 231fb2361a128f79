import { inject, Injectable } from '@angular/core';
import { MatDialog, MatDialogConfig } from '@angular/material/dialog';
import { type CanDeactivateFn, NavigationEnd, NavigationStart, Router } from '@angular/router';

/** Material closes dialogs as soon as Back is pressed. `HeldDialogs` does, once nothing is lost by it. */
export const DIALOG_OPTIONS: MatDialogConfig = Object.assign(new MatDialogConfig(), { closeOnNavigation: false });

/** The dialogs in which something was typed, or is shown only once. Back and forward ask them before they leave the page below. */
@Injectable({ providedIn: 'root' })
export class HeldDialogs {
  private readonly questions: (() => Promise<boolean>)[] = [];

  constructor() {
    const dialogs = inject(MatDialog);
    let byHistory = false;
    inject(Router).events.subscribe((event) => {
      if (event instanceof NavigationStart) byHistory = event.navigationTrigger !== 'imperative';
      if (event instanceof NavigationEnd && byHistory) dialogs.closeAll();
    });
  }

  /** `mayClose` asks if it has to. The answer lets go. */
  hold(mayClose: () => Promise<boolean>): () => void {
    this.questions.push(mayClose);
    return () => void this.questions.splice(this.questions.indexOf(mayClose), 1);
  }

  /** The upmost is asked first, and one that is kept keeps those below. */
  async mayLeave(): Promise<boolean> {
    for (const mayClose of this.questions.toReversed()) {
      if (!(await mayClose())) return false;
    }
    return true;
  }
}

/** Stands on the route around all pages with `runGuardsAndResolvers: 'always'`: other filters are another address too. */
export const asksDialogs: CanDeactivateFn<unknown> = () => inject(HeldDialogs).mayLeave();
