import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';

import { menuClosed } from '../../ui/menu-closed.js';
import { PageSearch } from './page-search.js';
import { PLACES } from './places.js';
import type { Shortcut } from './shortcut.js';
import { Shortcuts } from './shortcuts.js';

/** The keys that work on every page after log-in; ending one loads the page anew, and they are gone. */
@Injectable({ providedIn: 'root' })
export class ShellShortcuts {
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly search = inject(PageSearch);

  constructor() {
    inject(Shortcuts).add(this.all());
  }

  async showList(): Promise<void> {
    const { ShortcutsDialog } = await import('./shortcuts-dialog.js');
    await menuClosed();
    this.dialog.open(ShortcutsDialog, { width: '520px' });
  }

  private all(): Shortcut[] {
    const places = PLACES.map(({ key, label, path }): Shortcut => {
      return { keys: ['g', key], label, group: 'Go to', run: () => void this.router.navigateByUrl(path) };
    });
    return [
      { keys: ['?'], label: 'Show these shortcuts', group: 'Anywhere', run: () => void this.showList() },
      this.toSearch(),
      ...places,
    ];
  }

  /** Named after what the page offers, which the list asks when it is opened. */
  private toSearch(): Shortcut {
    const { search } = this;
    return {
      keys: ['/'],
      group: 'Anywhere',
      get label() {
        return search.current()?.label ?? 'Search or filter (this page has neither)';
      },
      run: () => search.current()?.reach(),
    };
  }
}
