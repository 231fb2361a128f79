import { DOCUMENT, effect, inject } from '@angular/core';
import { MatDialogRef } from '@angular/material/dialog';
import { filter, fromEvent, merge, takeUntil } from 'rxjs';

import { LogInMark } from '../../core/session/log-in-mark.js';
import { Confirmation } from './confirmation.js';
import { HeldDialogs } from './held-dialogs.js';

/**
 * Escape, a click beside the dialog, and the browser's Back and Reload ask before they close it over what was typed; its
 * Cancel button means what it says. Call it in the dialog's constructor; `hasChanges` is a signal's read.
 */
export function askBeforeClosing(hasChanges: () => boolean): void {
  const dialog = inject<MatDialogRef<unknown>>(MatDialogRef);
  const question = discards(inject(Confirmation));
  const mayClose = async () => {
    if (!hasChanges()) return true;
    const discard = await question();
    if (discard) dialog.close();
    return discard;
  };
  effect(() => {
    dialog.disableClose = hasChanges();
  });
  const escapes = dialog.keydownEvents().pipe(filter((event) => event.key === 'Escape'));
  merge(escapes, dialog.backdropClick())
    .pipe(filter(hasChanges))
    .subscribe(() => void mayClose());
  dialog.afterClosed().subscribe(inject(HeldDialogs).hold(mayClose));
  askBeforeUnload(dialog, hasChanges);
}

/** Not when the log-in has ended: somebody else may be about to use the page. */
function askBeforeUnload(dialog: MatDialogRef<unknown>, hasChanges: () => boolean): void {
  const logIn = inject(LogInMark);
  fromEvent(inject(DOCUMENT).defaultView ?? [], 'beforeunload')
    .pipe(filter(() => hasChanges() && logIn.present()), takeUntil(dialog.afterClosed()))
    .subscribe((event) => event.preventDefault());
}

/** Whoever presses twice is asked once. */
function discards(confirmation: Confirmation): () => Promise<boolean> {
  let asking: Promise<boolean> | undefined;
  const question = { title: 'Discard what you typed?', text: 'It is not saved.', confirm: 'Discard it', cancel: 'Keep editing' };
  return () => {
    asking ??= confirmation.ask(question).finally(() => {
      asking = undefined;
    });
    return asking;
  };
}
