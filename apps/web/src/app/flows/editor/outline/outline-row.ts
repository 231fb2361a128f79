import { Component, computed, input } from '@angular/core';

import { Icon } from '../../../ui/icon.js';
import type { StepProblem } from '../problems/step-problems.js';
import type { OutlineLine } from './outline-lines.js';
import { stepLook } from './step-looks.js';

/** What stands in one line of the outline: number, indent, answer, kind, title, and what is wrong. */
@Component({
  selector: 'fp-outline-row',
  imports: [Icon],
  templateUrl: './outline-row.html',
  styleUrl: './outline-row.css',
  host: { '[style.--d]': 'indent()' },
})
export class OutlineRow {
  readonly line = input.required<OutlineLine>();
  readonly problem = input<StepProblem>();

  /** Deeper answers are not set in further: the title needs the room. */
  protected readonly indent = computed(() => Math.min(this.line().depth, 10));
  protected readonly look = computed(() => {
    const { step } = this.line();
    return step && stepLook(step);
  });
  /** A line that leads nowhere says so itself. */
  protected readonly badge = computed(() => (this.line().kind === 'open' ? undefined : this.problem()));
  protected readonly answer = computed(() => {
    const { label } = this.line();
    return label === null ? null : label.trim() || 'No label';
  });
}
