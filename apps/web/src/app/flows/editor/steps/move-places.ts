import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

import { menuClosed } from '../../../ui/menu-closed.js';
import { DraftHistory } from '../draft/draft-history.js';
import { OutlineSelection } from '../outline/outline-selection.js';
import { MoveDialog, type MoveTarget } from './move-dialog.js';
import { exchangeablePlaces } from './move-step.js';
import { placeKey, stepAt, type StepPlace } from './step-graph.js';
import { StepCommands } from './step-commands.js';

/** Asks where a branch is to stand, and moves it there. */
@Injectable()
export class MovePlaces {
  private readonly history = inject(DraftHistory);
  private readonly selection = inject(OutlineSelection);
  private readonly commands = inject(StepCommands);
  private readonly dialog = inject(MatDialog);

  async choose(from: StepPlace): Promise<void> {
    await menuClosed();
    const data = this.targets(from);
    const dialog = this.dialog.open<MoveDialog, readonly MoveTarget[], MoveTarget>(MoveDialog, { data, width: '440px' });
    const target = await firstValueFrom(dialog.afterClosed());
    if (target) this.commands.exchange(from, target.place);
  }

  /** The places it may be exchanged with, in the order of the outline. */
  private targets(from: StepPlace): MoveTarget[] {
    const steps = this.history.steps();
    const names = new Map(
      this.selection.lines().flatMap(({ kind, step, number }) =>
        kind === 'step' && step && number !== null ? [[step.id, { number, words: `${number} ${step.title.trim() || 'Untitled'}` }]] : [],
      ),
    );
    return exchangeablePlaces(steps, from)
      .map((place) => {
        const owner = names.get(place.stepId);
        const label = steps.find(({ id }) => id === place.stepId)?.options?.[place.option ?? -1]?.label;
        const there = names.get(stepAt(steps, place) ?? '');
        const where = label === undefined ? `After ${owner?.words ?? ''}` : `If “${label}” at ${owner?.words ?? ''}`;
        return { place, key: placeKey(place), order: owner?.number ?? 0, words: there ? `${where}, in exchange for ${there.words}` : where };
      })
      .sort((a, b) => a.order - b.order);
  }
}
