import { Component, inject } from '@angular/core';
import { MatDialogModule } from '@angular/material/dialog';

import { SHORTCUT_GROUPS } from './shortcut.js';
import { Shortcuts } from './shortcuts.js';

/** Every key there is, and the switch for those who press letters by accident, or speak to their computer. */
@Component({
  selector: 'fp-shortcuts-dialog',
  imports: [MatDialogModule],
  templateUrl: './shortcuts-dialog.html',
  styleUrl: './shortcuts-dialog.css',
})
export class ShortcutsDialog {
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly groups = SHORTCUT_GROUPS.map((name) => ({
    name,
    hints: this.shortcuts.hints().filter(({ group }) => group === name),
  }));
}
