import { Component, computed, inject, signal } from '@angular/core';

import { Icon } from '../../../ui/icon.js';
import { DraftHistory } from '../draft/draft-history.js';
import { draftOf } from '../draft/draft-request.js';
import type { FlowDraft } from '../draft/flow-draft.js';
import { type Conflict, FlowSaving } from '../draft/flow-saving.js';
import { type ComparedFlow, compareVersions } from './compare-versions.js';
import { ComparisonView } from './comparison-view.js';

/** Somebody saved the flow meanwhile: how the draft differs from theirs, and the two ways on. */
@Component({
  selector: 'fp-conflict-banner',
  imports: [ComparisonView, Icon],
  template: `
    @if (conflict(); as conflict) {
      <div class="banner fair" role="alert">
        <fp-icon name="warning" />
        <span>{{ conflict.by ?? 'Somebody' }} saved version {{ conflict.theirs.version }} while you were editing. Nothing of yours is lost.</span>
        <span class="end">
          <button class="link nowrap" type="button" [attr.aria-expanded]="shown()" (click)="shown.set(!shown())">
            {{ shown() ? 'Hide' : 'Show' }} the differences
          </button>
          <button class="link nowrap" type="button" (click)="take(conflict)">Take theirs</button>
          <button class="link nowrap" type="button" (click)="saveOver(conflict)">Save mine over it</button>
        </span>
      </div>
      @if (shown()) {
        <section class="card differences" aria-label="What your draft changes of theirs">
          <fp-comparison-view [comparison]="comparison(conflict)" />
        </section>
      }
    }
  `,
  styles: `
    :host { display: contents; }
    .end { display: flex; flex-wrap: wrap; gap: 4px 16px; }
    .differences { padding: 8px 16px 12px; }
  `,
})
export class ConflictBanner {
  private readonly saving = inject(FlowSaving);
  private readonly history = inject(DraftHistory);

  protected readonly conflict = computed(() => this.saving.conflict());
  protected readonly shown = signal(false);

  protected comparison({ theirs }: Conflict) {
    return compareVersions(comparable(draftOf(theirs)), comparable(this.history.draft()));
  }

  protected take({ theirs }: Conflict): void {
    this.saving.take(theirs);
  }

  protected saveOver(conflict: Conflict): void {
    void this.saving.saveOver(conflict);
  }
}

function comparable({ name, category, treeType, steps }: FlowDraft): ComparedFlow {
  return { name, category: category?.name ?? null, treeType, steps };
}
