import { DOCUMENT, inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';

import { PLACES } from './places.js';
import type { Shortcut } from './shortcut.js';
import { Shortcuts } from './shortcuts.js';

/** The keys that work on every page after log-in; ending one loads the page anew, and they are gone. */
@Injectable({ providedIn: 'root' })
export class ShellShortcuts {
  private readonly document = inject(DOCUMENT);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);

  constructor() {
    inject(Shortcuts).add(this.all());
  }

  async showList(): Promise<void> {
    const { ShortcutsDialog } = await import('./shortcuts-dialog.js');
    this.dialog.open(ShortcutsDialog, { width: '520px' });
  }

  private all(): Shortcut[] {
    const places = PLACES.map(({ key, label, path }): Shortcut => {
      return { keys: ['g', key], label, group: 'Go to', run: () => void this.router.navigateByUrl(path) };
    });
    return [
      { keys: ['?'], label: 'Show these shortcuts', group: 'Anywhere', run: () => void this.showList() },
      { keys: ['/'], label: 'Search on this page', group: 'Anywhere', run: () => this.search() },
      ...places,
    ];
  }

  private search(): void {
    const field = this.document.querySelector<HTMLInputElement>('main input[type="search"]');
    field?.focus();
    field?.select();
  }
}
