import { Component, computed, input, output } from '@angular/core';

import { Card } from '../../ui/card/card.js';
import { CsvDownload } from '../../ui/download/csv-download.js';
import type { JobView } from './job-view.js';

/** One job: what it is for, when it comes, how its last runs went, and the button that runs it now. */
@Component({
  selector: 'fp-job-card',
  imports: [Card, CsvDownload],
  templateUrl: './job-card.html',
  styleUrl: './job-card.css',
})
export class JobCard {
  readonly job = input.required<JobView>();
  readonly run = output();

  /** For those who do not see the table: how the latest run stands. */
  protected readonly latest = computed(() => {
    const [run] = this.job().runs;
    return run ? `${run.stateWord}. ${run.result}` : '';
  });

  protected readonly csvPath = computed(() => `/jobs.csv?name=${encodeURIComponent(this.job().name)}`);

  protected start(): void {
    if (!this.job().busy) this.run.emit();
  }
}
