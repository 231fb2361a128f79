import { DOCUMENT, effect, inject } from '@angular/core';
import { MatDialogRef } from '@angular/material/dialog';
import { filter, fromEvent, merge, takeUntil } from 'rxjs';

import { LogInMark } from '../../core/session/log-in-mark.js';
import type { Question } from './confirm-dialog.js';
import { Confirmation } from './confirmation.js';
import { HeldDialogs } from './held-dialogs.js';

const DISCARD: Question = { title: 'Discard what you typed?', text: 'It is not saved.', confirm: 'Discard it', cancel: 'Keep editing' };

/**
 * Escape, a click beside the dialog, and the browser's Back and Reload ask before they close it over what was typed; its
 * Cancel button means what it says. Call it in the dialog's constructor; `hasChanges` is a signal's read. A dialog in
 * which something else would be lost brings its own `question`.
 */
export function askBeforeClosing(hasChanges: () => boolean, question = DISCARD): void {
  const dialog = inject<MatDialogRef<unknown>>(MatDialogRef);
  const sure = askedOnce(inject(Confirmation), question);
  const mayClose = async () => {
    if (!hasChanges()) return true;
    const discard = await sure();
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
function askedOnce(confirmation: Confirmation, question: Question): () => Promise<boolean> {
  let asking: Promise<boolean> | undefined;
  return () => {
    asking ??= confirmation.ask(question).finally(() => {
      asking = undefined;
    });
    return asking;
  };
}
