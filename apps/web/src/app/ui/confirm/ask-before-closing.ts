import { effect, inject } from '@angular/core';
import { MatDialogRef } from '@angular/material/dialog';
import { filter, merge } from 'rxjs';

import { Confirmation } from './confirmation.js';

/**
 * Escape and a click beside the dialog ask before they close it over what was typed; its Cancel button means what it
 * says. Call it in the dialog's constructor; `hasChanges` is a signal's read.
 */
export function askBeforeClosing(hasChanges: () => boolean): void {
  const dialog = inject<MatDialogRef<unknown>>(MatDialogRef);
  const confirmation = inject(Confirmation);
  effect(() => {
    dialog.disableClose = hasChanges();
  });
  const escapes = dialog.keydownEvents().pipe(filter((event) => event.key === 'Escape'));
  merge(escapes, dialog.backdropClick())
    .pipe(filter(hasChanges))
    .subscribe(() => void closeIfMeant(dialog, confirmation));
}

async function closeIfMeant(dialog: MatDialogRef<unknown>, confirmation: Confirmation): Promise<void> {
  const discard = await confirmation.ask({
    title: 'Discard what you typed?',
    text: 'It is not saved.',
    confirm: 'Discard it',
    cancel: 'Keep editing',
  });
  if (discard) dialog.close();
}
