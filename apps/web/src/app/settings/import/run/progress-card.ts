import { Component, computed, inject, input } from '@angular/core';

import type { ImportDto } from '@flowpilot/contracts';

import { Card } from '../../../ui/card/card.js';
import { Confirmation } from '../../../ui/confirm/confirmation.js';
import { count, percent } from '../../../ui/format.js';
import { FormProblem } from '../../../ui/form/form-problem.js';
import { FollowedImport } from './followed-import.js';
import { importPace } from './import-pace.js';
import { ProgressLine } from './progress-line.js';

/** An import at work: how far it is, how fast, how long it will take, and the way out. */
@Component({
  selector: 'fp-progress-card',
  imports: [Card, FormProblem, ProgressLine],
  templateUrl: './progress-card.html',
  styleUrl: './progress-card.css',
})
export class ProgressCard {
  readonly import = input.required<ImportDto>();

  protected readonly followed = inject(FollowedImport);
  private readonly confirmation = inject(Confirmation);

  protected readonly pace = computed(() => importPace(this.import()));
  protected readonly percent = computed(() => {
    const { share } = this.pace();
    return share === null ? '' : percent(share);
  });
  protected readonly counts = computed(() => {
    const { accepted, updated, unchanged, rejected } = this.import();
    const numbers = [['New', accepted], ['Updated', updated], ['Unchanged', unchanged], ['Rejected', rejected]] as const;
    return numbers.map(([name, value]) => ({ name, value: count(value) }));
  });

  protected async cancel(): Promise<void> {
    const confirmed = await this.confirmation.ask({
      title: 'Cancel the import?',
      text: this.import().dry_run
        ? 'The check ends, and the file is thrown away.'
        : 'What is imported so far stays. Importing the file again goes on from there.',
      confirm: 'Cancel the import',
      cancel: 'Keep importing',
    });
    if (confirmed) await this.followed.cancel();
  }
}
