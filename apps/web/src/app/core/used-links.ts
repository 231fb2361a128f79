import { DOCUMENT, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type Event as RouterEvent, NavigationEnd, NavigationStart, Router } from '@angular/router';

/** By which link each entry of the browser's history was left, so that going back finds it again. */
@Injectable({ providedIn: 'root' })
export class UsedLinks {
  private readonly document = inject(DOCUMENT);
  /** Address of the link by the id of the navigation that had led to the entry. */
  private readonly used = new Map<number, string>();
  private entry = 0;
  private wanted: string | undefined;

  constructor() {
    inject(Router).events.pipe(takeUntilDestroyed()).subscribe((event) => {
      this.follow(event);
    });
  }

  /** The link by which the entry that was gone back to had been left; undefined where it is no more. */
  found(): HTMLElement | undefined {
    if (this.wanted === undefined) return undefined;
    return [...this.document.querySelectorAll<HTMLElement>('a[href]')].find((link) => link.getAttribute('href') === this.wanted);
  }

  private follow(event: RouterEvent): void {
    if (event instanceof NavigationEnd) this.entry = event.id;
    if (!(event instanceof NavigationStart)) return;
    const back = event.navigationTrigger === 'popstate' ? event.restoredState : null;
    this.wanted = back ? this.used.get(back.navigationId) : undefined;
    const href = this.document.activeElement?.closest('a[href]')?.getAttribute('href');
    if (!back && href) this.used.set(this.entry, href);
  }
}
