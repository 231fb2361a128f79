import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';

import { DraftHistory } from './draft/draft-history.js';
import { EditorMode } from './editor-mode.js';

/** The keys that work anywhere in the editor: undo, redo, save. */
@Injectable()
export class EditorKeys {
  private readonly history = inject(DraftHistory);
  private readonly readOnly = inject(EditorMode).readOnly;
  private readonly dialog = inject(MatDialog);

  /** Also in a text field: its changes are the draft's, and are undone with it. */
  handle(event: KeyboardEvent, save: () => void): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || this.readOnly() || this.dialog.openDialogs.length > 0) return;
    const key = event.key.toLowerCase();
    if (key === 's' && !event.shiftKey) save();
    else if (key === 'z' && !event.shiftKey) this.history.undo();
    else if (key === 'z' || (key === 'y' && !event.shiftKey)) this.history.redo();
    else return;
    event.preventDefault();
  }
}
