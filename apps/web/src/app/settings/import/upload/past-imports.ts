import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Session } from '../../../core/session/session.js';
import { Card } from '../../../ui/card/card.js';
import { CsvDownload } from '../../../ui/download/csv-download.js';
import { PassesFocus } from '../../../ui/passes-focus.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { ErrorState } from '../../../ui/states/error-state.js';
import { ListProblem } from '../../../ui/states/list-problem.js';
import { SkeletonRows } from '../../../ui/states/skeleton-rows.js';
import { pastImportRow } from './past-import-rows.js';
import { PastImportsStore } from './past-imports-store.js';

/** What was imported into the account, by whom and with what result. */
@Component({
  selector: 'fp-past-imports',
  imports: [Card, CsvDownload, EmptyState, ErrorState, ListProblem, PassesFocus, RouterLink, SkeletonRows],
  providers: [PastImportsStore],
  templateUrl: './past-imports.html',
  styles: `
    :host { display: contents; }
    .heads { height: 34px; }
    .name { max-width: 240px; }
    @media (max-width: 720px) { .name { max-width: 132px; } }
  `,
})
export class PastImports {
  protected readonly store = inject(PastImportsStore);
  private readonly user = inject(Session).user;
  protected readonly rows = computed(() => {
    const timeZone = this.user()?.account?.time_zone ?? 'UTC';
    return this.store.imports()?.map((given) => pastImportRow(given, timeZone));
  });

  constructor() {
    void this.store.load();
  }
}
