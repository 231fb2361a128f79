import { Component, computed, inject, input } from '@angular/core';

import type { ImportDto } from '@flowpilot/contracts';

import { Card } from '../../../ui/card/card.js';
import { CsvDownload } from '../../../ui/download/csv-download.js';
import { count, counted } from '../../../ui/format.js';
import { FormProblem } from '../../../ui/form/form-problem.js';
import { importPath } from '../import-api.js';
import { FollowedImport } from './followed-import.js';
import { RejectionReasons } from './rejection-reasons.js';

/** What a dry run has foretold, and the button that makes it come true. */
@Component({
  selector: 'fp-foretold-card',
  imports: [Card, CsvDownload, FormProblem, RejectionReasons],
  templateUrl: './foretold-card.html',
  styleUrl: './foretold-card.css',
})
export class ForetoldCard {
  readonly import = input.required<ImportDto>();

  protected readonly followed = inject(FollowedImport);

  protected readonly counts = computed(() => {
    const { accepted, updated, unchanged } = this.import();
    return { accepted: count(accepted), updated: count(updated), unchanged: count(unchanged) };
  });
  protected readonly good = computed(() => this.import().accepted + this.import().updated + this.import().unchanged);
  protected readonly label = computed(() => `Import ${counted(this.good(), 'session')}`);
  protected readonly mayStart = computed(() => this.good() > 0 && !this.followed.isActing());
  protected readonly summary = computed(() => summaryOf(this.import()));
  protected readonly rejectionsPath = computed(() => `${importPath(this.import().id)}/rejections.csv`);

  protected start(): void {
    if (this.mayStart()) void this.followed.start();
  }
}

/** What is worth knowing beside the counts. */
function summaryOf(given: ImportDto): string {
  const rows = `${counted(given.rows, 'row')} in all.`;
  const made = [counted(given.made_categories, 'new category', 'new categories'), counted(given.made_flows, 'new flow')];
  const flows = given.made_flows + given.made_categories > 0 ? ` ${made.join(' and ')} will be made.` : '';
  const days = given.shift_days ?? 0;
  const shift = days === 0 ? '' : ` All times move by ${counted(Math.abs(days), 'day')} ${days > 0 ? 'forward' : 'back'}.`;
  return `${rows}${flows}${shift} Good rows are stored, the rest are in the report. Importing the file again changes nothing.`;
}
