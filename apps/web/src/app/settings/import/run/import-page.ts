import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';

import { Session } from '../../../core/session/session.js';
import { counted } from '../../../ui/format.js';
import { ErrorState } from '../../../ui/states/error-state.js';
import { SkeletonRows } from '../../../ui/states/skeleton-rows.js';
import { StaleLine } from '../../../ui/states/stale-line.js';
import { CheckCard } from '../columns/check-card.js';
import { MappingCard } from '../columns/mapping-card.js';
import { PreviewCard } from '../columns/preview-card.js';
import { FileUpload } from '../draft/file-upload.js';
import { ImportDraft } from '../draft/import-draft.js';
import { fileSize } from '../file-facts.js';
import { ImportSteps } from '../import-steps.js';
import { FollowedImport, isOpen } from './followed-import.js';
import { ForetoldCard } from './foretold-card.js';
import { ProgressCard } from './progress-card.js';
import { ReportCard } from './report-card.js';
import { UsedMapping } from './used-mapping.js';

/** One import from its check to its report. Its address shows the same again after a reload. */
@Component({
  selector: 'fp-import-page',
  imports: [
    CheckCard, ErrorState, ForetoldCard, ImportSteps, MappingCard, PreviewCard, ProgressCard, ReportCard, RouterLink, SkeletonRows,
    StaleLine, UsedMapping,
  ],
  providers: [FollowedImport],
  templateUrl: './import-page.html',
  styles: ':host { display: contents; } .cols { align-items: start; } .loading { padding-top: 44px; }',
  host: { '(window:beforeunload)': 'ask($event)' },
})
export class ImportPage {
  /** Of the route. */
  readonly id = input.required<string>();

  protected readonly followed = inject(FollowedImport);
  private readonly draft = inject(ImportDraft);
  private readonly upload = inject(FileUpload);
  private readonly router = inject(Router);
  private readonly user = inject(Session).user;

  protected readonly timeZone = computed(() => this.user()?.account?.time_zone ?? 'UTC');
  /** The file is still at hand: its columns can be changed. */
  protected readonly editable = computed(() => this.draft.file() !== null && this.draft.madeId() === this.id());
  /** The columns are others than those that were checked. */
  protected readonly stale = computed(() => this.editable() && this.draft.isChanged());
  protected readonly open = computed(() => {
    const current = this.followed.current();
    return current !== undefined && isOpen(current);
  });
  protected readonly step = computed(() => {
    const current = this.followed.current();
    if (current?.dry_run !== false) return 2;
    return current.state === 'finished' ? 4 : 3;
  });
  protected readonly facts = computed(() => {
    const current = this.followed.current();
    if (!current) return '';
    const rows = this.open() ? '' : `${counted(current.rows, 'row')} · `;
    return `${rows}${fileSize(current.file_bytes)}`;
  });

  constructor() {
    effect(() => this.followed.follow(this.id()));
  }

  protected show(id: string): void {
    void this.router.navigate(['/settings/import', id]);
  }

  protected ask(event: BeforeUnloadEvent): void {
    if (this.upload.progress() !== null) event.preventDefault();
  }
}
