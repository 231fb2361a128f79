import { Component, computed, inject } from '@angular/core';

import type { ApiKeyDto } from '@flowpilot/contracts';

import { Session } from '../../core/session/session.js';
import { Card } from '../../ui/card/card.js';
import { CsvDownload } from '../../ui/download/csv-download.js';
import { counted } from '../../ui/format.js';
import { EmptyState } from '../../ui/states/empty-state.js';
import { ErrorState } from '../../ui/states/error-state.js';
import { StaleLine } from '../../ui/states/stale-line.js';
import { ListSkeleton } from '../list-skeleton.js';
import { wholeList } from '../whole-list.js';
import { KeyActions } from './key-actions.js';
import { keyRow } from './key-row.js';
import { KeyTable } from './key-table.js';

/** The keys with which programs use the API for this account. */
@Component({
  selector: 'fp-api-keys-page',
  imports: [Card, CsvDownload, EmptyState, ErrorState, KeyTable, ListSkeleton, StaleLine],
  providers: [KeyActions],
  templateUrl: './api-keys-page.html',
  styles: ':host { display: contents; }',
})
export class ApiKeysPage {
  private readonly user = inject(Session).user;
  protected readonly actions = inject(KeyActions);
  protected readonly keys = wholeList<ApiKeyDto>('/api-keys');
  protected readonly timeZone = computed(() => this.user()?.account?.time_zone ?? 'UTC');
  protected readonly rows = computed(() => this.keys.items()?.map((key) => keyRow(key, this.timeZone())));
  protected readonly summary = computed(() => counted(this.keys.items()?.length ?? 0, 'key'));

  protected readonly reload = () => this.keys.load();
}
