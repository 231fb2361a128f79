import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

import type { FlowDetailDto } from '@flowpilot/contracts';

import { toProblem } from '../../../core/problem.js';
import { Toast } from '../../../core/toast.js';
import { Confirmation } from '../../../ui/confirm/confirmation.js';
import { FlowApi } from '../../flow-api.js';
import { DraftHistory } from '../draft/draft-history.js';
import { FlowSaving } from '../draft/flow-saving.js';
import { EditorMode } from '../editor-mode.js';
import { VersionsDialog, type VersionsOf } from './versions-dialog.js';

/** Opens the versions of the flow, and restores the one that is asked for. */
@Injectable()
export class VersionRestoring {
  private readonly dialog = inject(MatDialog);
  private readonly confirmation = inject(Confirmation);
  private readonly api = inject(FlowApi);
  private readonly toast = inject(Toast);
  private readonly saving = inject(FlowSaving);
  private readonly history = inject(DraftHistory);
  private readonly mode = inject(EditorMode);

  async open(flow: FlowDetailDto): Promise<void> {
    const data = { id: flow.id, name: flow.name, current: flow.version, mayRestore: !this.mode.readOnly() };
    const options = { data, width: '960px', maxWidth: '96vw', autoFocus: 'first-heading' };
    const dialog = this.dialog.open<VersionsDialog, VersionsOf, number>(VersionsDialog, options);
    const version = await firstValueFrom(dialog.afterClosed());
    if (version !== undefined && (await this.agreed(version))) await this.restore(flow, version);
  }

  private agreed(version: number): Promise<boolean> {
    const kept = 'The flow as it is now stays among its versions.';
    return this.confirmation.ask({
      title: `Restore version ${version}?`,
      text: this.history.dirty() ? `Your unsaved changes are replaced; undo brings them back. ${kept}` : kept,
      confirm: `Restore version ${version}`,
      cancel: 'Keep the current one',
    });
  }

  private async restore(flow: FlowDetailDto, version: number): Promise<void> {
    try {
      const restored = await this.api.restore(flow.id, version, flow.version);
      this.saving.take(restored);
      this.toast.say(`Version ${version} is restored, as version ${restored.version}.`);
    } catch (error) {
      this.saving.refusal.set(toProblem(error));
    }
  }
}
