import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

import type { ApiKeyDto, CreatedApiKeyDto } from '@flowpilot/contracts';

import { toProblem } from '../../core/problem.js';
import { Toast } from '../../core/toast.js';
import { Confirmation } from '../../ui/confirm/confirmation.js';
import { CreateKeyDialog } from './create-key-dialog.js';
import { MadeKeyDialog } from './made-key-dialog.js';

type Reload = () => Promise<void>;

/** What the page lets an admin do with keys; `reload` is called when the list is no longer right. */
@Injectable()
export class KeyActions {
  private readonly http = inject(HttpClient);
  private readonly dialog = inject(MatDialog);
  private readonly confirmation = inject(Confirmation);
  private readonly toast = inject(Toast);

  async create(reload: Reload): Promise<void> {
    const asked = this.dialog.open<CreateKeyDialog, undefined, CreatedApiKeyDto>(CreateKeyDialog, { width: '480px' });
    const key = await firstValueFrom(asked.afterClosed());
    if (!key) return;
    const shown = this.dialog.open(MadeKeyDialog, { data: key, width: '600px' });
    await firstValueFrom(shown.afterClosed());
    await reload();
  }

  async revoke(key: ApiKeyDto, reload: Reload): Promise<void> {
    const sure = await this.confirmation.ask({
      title: `Revoke ${key.name}?`,
      text: 'Programs that use this key are refused from now on. It cannot be brought back.',
      confirm: 'Revoke the key',
      cancel: 'Keep the key',
    });
    if (sure) await this.end(key, reload);
  }

  private async end(key: ApiKeyDto, reload: Reload): Promise<void> {
    try {
      await firstValueFrom(this.http.delete(`/api-keys/${key.id}`));
      this.toast.say(`${key.name} is revoked`);
    } catch (error) {
      this.toast.problem(`Could not revoke ${key.name}.`, toProblem(error), () => void this.end(key, reload));
    }
    await reload();
  }
}
