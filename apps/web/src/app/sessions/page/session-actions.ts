import type { ComponentType } from '@angular/cdk/overlay';
import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

import type { SessionDto } from '@flowpilot/contracts';

import { toProblem } from '../../core/problem.js';
import { Toast } from '../../core/toast.js';
import { Confirmation } from '../../ui/confirm/confirmation.js';
import { SessionApi } from '../session-api.js';
import { EditDialog } from './edit-dialog.js';
import { MatchDialog } from './match-dialog.js';
import type { StepWords } from './session-steps.js';
import { SessionStore } from './session-store.js';
import { StepDialog } from './step-dialog.js';

/** What a person does with the session that is open. */
@Injectable()
export class SessionActions {
  private readonly dialogs = inject(MatDialog);
  private readonly api = inject(SessionApi);
  private readonly store = inject(SessionStore);
  private readonly toast = inject(Toast);
  private readonly confirmation = inject(Confirmation);

  step({ id }: SessionDto, words: StepWords): Promise<void> {
    return this.ask(StepDialog, { id, words }, words.done);
  }

  match(session: SessionDto): Promise<void> {
    return this.ask(MatchDialog, session, 'Session matched');
  }

  edit(session: SessionDto): Promise<void> {
    return this.ask(EditDialog, session, 'Details saved');
  }

  /** `gone` is called once it is. */
  async remove({ id }: SessionDto, gone: () => Promise<void>): Promise<void> {
    const isSure = await this.confirmation.ask({
      title: 'Delete this session?',
      text: 'It leaves every figure. What reached the PSA for it stays there.',
      confirm: 'Delete session',
      cancel: 'Keep it',
    });
    if (isSure) await this.delete(id, gone);
  }

  private async delete(id: string, gone: () => Promise<void>): Promise<void> {
    try {
      await this.api.remove(id);
    } catch (error) {
      this.toast.problem('Could not delete the session.', toProblem(error), () => void this.delete(id, gone));
      return;
    }
    this.toast.say('Session deleted');
    await gone();
  }

  private async ask(dialog: ComponentType<unknown>, data: object, done: string): Promise<void> {
    const opened = this.dialogs.open<unknown, object, SessionDto>(dialog, { data, width: '440px' });
    const session = await firstValueFrom(opened.afterClosed());
    if (session === undefined) return;
    this.toast.say(done);
    await this.store.changed(session);
  }
}
