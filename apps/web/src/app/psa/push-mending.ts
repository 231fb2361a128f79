import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

import type { PsaPushDto } from '@flowpilot/contracts';

import { toProblem } from '../core/problem.js';
import { Toast } from '../core/toast.js';
import { counted } from '../ui/format.js';
import { DismissDialog } from './dismiss-dialog.js';
import { PsaApi } from './psa-api.js';

/** What a person does about pushes that did not get through. Each answers whether something was done; `again` tries what failed once more. */
@Injectable({ providedIn: 'root' })
export class PushMending {
  private readonly api = inject(PsaApi);
  private readonly toast = inject(Toast);
  private readonly dialogs = inject(MatDialog);

  async retry({ id }: PsaPushDto, again: () => void): Promise<boolean> {
    try {
      await this.api.retry(id);
      this.toast.say('It is tried again');
      return true;
    } catch (error) {
      this.toast.problem('Could not retry.', toProblem(error), again);
      return false;
    }
  }

  async retryAll(again: () => void): Promise<boolean> {
    try {
      const { retried } = await this.api.retryAll();
      this.toast.say(retried === 0 ? 'No push has failed' : `${counted(retried, 'failed push is', 'failed pushes are')} tried again`);
      return retried > 0;
    } catch (error) {
      this.toast.problem('Could not retry.', toProblem(error), again);
      return false;
    }
  }

  /** Asks for the reason. */
  async dismiss(push: PsaPushDto): Promise<boolean> {
    const opened = this.dialogs.open<DismissDialog, PsaPushDto, PsaPushDto>(DismissDialog, { data: push, width: '440px' });
    const dismissed = await firstValueFrom(opened.afterClosed());
    if (dismissed === undefined) return false;
    this.toast.say('Push dismissed');
    return true;
  }
}
