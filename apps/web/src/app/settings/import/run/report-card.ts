import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { ImportDto } from '@flowpilot/contracts';
import { MAX_RANGE_DAYS } from '@flowpilot/metrics';

import { Session } from '../../../core/session/session.js';
import { Card } from '../../../ui/card/card.js';
import { CsvDownload } from '../../../ui/download/csv-download.js';
import { count } from '../../../ui/format.js';
import { Icon } from '../../../ui/icon.js';
import { localDay } from '../file-facts.js';
import { importPath } from '../import-api.js';
import { reportFacts } from './report-facts.js';
import { RejectionReasons } from './rejection-reasons.js';

const DAY_MS = 86_400_000;

/** What an import has done, for good or not, and where to go from there. */
@Component({
  selector: 'fp-report-card',
  imports: [Card, CsvDownload, Icon, RejectionReasons, RouterLink],
  templateUrl: './report-card.html',
  styleUrl: './report-card.css',
})
export class ReportCard {
  readonly import = input.required<ImportDto>();

  private readonly user = inject(Session).user;
  private readonly timeZone = computed(() => this.user()?.account?.time_zone ?? 'UTC');

  protected readonly heading = computed(() => {
    const { state, dry_run: isDry } = this.import();
    if (state === 'finished') return 'Imported';
    if (state === 'failed') return isDry ? 'The check could not go on' : 'The import could not go on';
    return isDry ? 'Not imported' : 'The import was cancelled';
  });
  /** Without a real run there is nothing to count. */
  protected readonly figures = computed(() => {
    const { accepted, updated, unchanged, dry_run: isDry } = this.import();
    if (isDry) return [];
    const numbers = [['New sessions', accepted], ['Updated', updated], ['Unchanged', unchanged]] as const;
    return numbers.map(([name, value]) => ({ name, value: count(value) }));
  });
  protected readonly facts = computed(() => reportFacts(this.import(), this.timeZone()));
  protected readonly rejectionsPath = computed(() => `${importPath(this.import().id)}/rejections.csv`);
  /** The local days of what was imported, the latest if they are more than a list shows. */
  protected readonly days = computed(() => {
    const { first_session_at: first, last_session_at: last, dry_run: isDry } = this.import();
    if (first === null || last === null || isDry) return null;
    const earliest = new Date(Math.max(Date.parse(first), Date.parse(last) - (MAX_RANGE_DAYS - 2) * DAY_MS)).toISOString();
    return { from: localDay(earliest, this.timeZone()), to: localDay(last, this.timeZone()) };
  });
}
