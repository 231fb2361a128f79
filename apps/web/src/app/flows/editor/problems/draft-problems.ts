import { computed, inject, Injectable, signal } from '@angular/core';

import { DraftHistory } from '../draft/draft-history.js';
import { OutlineSelection } from '../outline/outline-selection.js';
import { type StepProblem, stepProblems } from './step-problems.js';

/** What keeps the draft from being saved, or from being active. */
@Injectable()
export class DraftProblems {
  private readonly history = inject(DraftHistory);
  private readonly selection = inject(OutlineSelection);

  readonly ofSteps = computed(() => stepProblems(this.history.steps(), this.selection.lines()));
  /** Of each line of the outline, the first one. */
  readonly byLine = computed(() => {
    const first = new Map<string, StepProblem>();
    for (const problem of this.ofSteps()) {
      if (problem.lineKey !== null && !first.has(problem.lineKey)) first.set(problem.lineKey, problem);
    }
    return first;
  });
  readonly ofName = computed(() => (this.history.draft().name.trim() === '' ? 'Enter a name' : null));
  /** Of a category that is still to be made. */
  readonly ofCategory = computed(() => (this.history.draft().category?.name.trim() === '' ? 'Enter a name for it' : null));
  /** Empty fields are found fault with once the person has tried to save. */
  readonly asked = signal(false);
  /** Steps that bar the draft from being saved as it stands: any of an active flow. */
  readonly barring = computed(() =>
    this.ofSteps().filter((problem) => this.history.draft().isActive || !problem.unfinished),
  );
}
