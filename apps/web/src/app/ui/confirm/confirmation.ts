import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

import { menuClosed } from '../menu-closed.js';
import { ConfirmDialog, type Question } from './confirm-dialog.js';

/** Asks before something is lost; anything but the confirming button is a no. */
@Injectable({ providedIn: 'root' })
export class Confirmation {
  private readonly dialog = inject(MatDialog);

  async ask(question: Question): Promise<boolean> {
    await menuClosed();
    const dialog = this.dialog.open<ConfirmDialog, Question, boolean>(ConfirmDialog, { data: question, width: '440px' });
    return (await firstValueFrom(dialog.afterClosed())) ?? false;
  }
}
