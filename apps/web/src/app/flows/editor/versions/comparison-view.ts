import { Component, computed, input } from '@angular/core';

import { Icon } from '../../../ui/icon.js';
import { stepLook } from '../outline/step-looks.js';
import type { StepChange } from './compare-steps.js';
import { type Comparison } from './compare-versions.js';

const CHANGES: Readonly<Record<StepChange, { word: string; tone: string }>> = {
  added: { word: 'Added', tone: 'good' },
  removed: { word: 'Removed', tone: 'poor' },
  moved: { word: 'Moved', tone: '' },
  edited: { word: 'Edited', tone: 'fair' },
};

/** What changed between two states of a flow, step by step. */
@Component({
  selector: 'fp-comparison-view',
  imports: [Icon],
  templateUrl: './comparison-view.html',
  styleUrl: './comparison-view.css',
})
export class ComparisonView {
  readonly comparison = input.required<Comparison>();

  protected readonly steps = computed(() =>
    this.comparison().steps.map((difference) => ({
      ...difference,
      look: stepLook(difference.step),
      words: difference.changes.map((change) => CHANGES[change]),
      removed: difference.changes.includes('removed'),
    })),
  );
  protected readonly none = computed(() => this.comparison().fields.length === 0 && this.steps().length === 0);
}
