import { Component, computed, input } from '@angular/core';

import { Icon } from '../../ui/icon.js';

const STEPS = ['Upload', 'Map columns', 'Import'];

/** How far an import has come: steps done, the present one, those to come. Facts of the file are projected. */
@Component({
  selector: 'fp-import-steps',
  imports: [Icon],
  template: `
    <ol aria-label="Steps of the import">
      @for (step of steps(); track step.name) {
        <li [class]="step.state" [attr.aria-current]="step.state === 'present' ? 'step' : null">
          @if (step.state === 'done') {
            <fp-icon name="check" /><span class="vh">Done:</span>
          } @else {
            <b aria-hidden="true">{{ step.number }}</b>
          }
          {{ step.name }}
        </li>
      }
    </ol>
    <p class="small muted facts"><ng-content /></p>
  `,
  styleUrl: './import-steps.css',
  host: { class: 'bar' },
})
export class ImportSteps {
  /** From 1; 4 when all are done. */
  readonly step = input.required<number>();

  protected readonly steps = computed(() =>
    STEPS.map((name, index) => ({ name, number: index + 1, state: stateOf(index + 1, this.step()) })),
  );
}

function stateOf(number: number, present: number): 'done' | 'present' | 'next' {
  if (number < present) return 'done';
  return number === present ? 'present' : 'next';
}
