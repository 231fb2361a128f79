import { Component, computed, inject, output } from '@angular/core';

import { counted } from '../../../ui/format.js';
import { Icon } from '../../../ui/icon.js';
import { DraftHistory } from '../draft/draft-history.js';
import { EditorMode } from '../editor-mode.js';
import { DraftProblems } from './draft-problems.js';

/** What the steps lack, the way to the first of it, and the way round it. */
@Component({
  selector: 'fp-problem-banner',
  imports: [Icon],
  template: `
    @if (first(); as problem) {
      <div class="banner poor" role="status">
        <fp-icon name="warning" />
        <span>{{ count() }} {{ problem.sentence }}, so the flow cannot be active.</span>
        <span class="end">
          @if (mayDeactivate()) {
            <button class="link nowrap" type="button" (click)="history.change({ isActive: false })">Make it inactive</button>
          }
          @if (problem.lineKey; as key) {
            <button class="link nowrap" type="button" (click)="goTo.emit(key)">Go to step {{ problem.number }}</button>
          }
        </span>
      </div>
    }
  `,
  styles: '.end { display: flex; flex-wrap: wrap; gap: 4px 16px; }',
})
export class ProblemBanner {
  /** Key of the line where the first problem is solved. */
  readonly goTo = output<string>();

  protected readonly history = inject(DraftHistory);
  private readonly problems = inject(DraftProblems).ofSteps;
  private readonly readOnly = inject(EditorMode).readOnly;

  protected readonly first = computed(() => this.problems()[0]);
  protected readonly count = computed(() => `${counted(this.problems().length, 'problem')}.`);
  protected readonly mayDeactivate = computed(() => this.history.draft().isActive && !this.readOnly());
}
