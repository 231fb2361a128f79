import { Component, computed, inject, input } from '@angular/core';

import { STEP_KINDS } from '@flowpilot/metrics';

import { DraftHistory } from '../draft/draft-history.js';
import { OutlineSelection } from '../outline/outline-selection.js';
import { KINDS } from '../outline/step-looks.js';
import { possibleNextSteps } from '../steps/edit-step.js';
import { StepCommands } from '../steps/step-commands.js';
import { led, type StepPlace } from '../steps/step-graph.js';

/** Stands before the kind of a step that is still to be made. */
const NEW = 'new ';

let made = 0;

/** Where a place leads: any step that makes no circle, a new step, or nowhere yet. */
@Component({
  selector: 'fp-next-select',
  template: `
    <label [for]="id" [class.vh]="labelHidden()">{{ label() }}</label>
    <select #select class="input" [id]="id" [attr.aria-invalid]="next() === undefined ? true : null" (change)="choose(select.value)">
      <option value="" [selected]="next() === undefined">Nothing yet</option>
      @for (choice of choices(); track choice.id) {
        <option [value]="choice.id" [selected]="choice.id === next()">{{ choice.words }}</option>
      }
      @if (additions().length > 0) {
        <optgroup label="Add">
          @for (addition of additions(); track addition.kind) {
            <option [value]="addition.value">New {{ addition.name.toLowerCase() }}</option>
          }
        </optgroup>
      }
    </select>
  `,
  styles: ':host { min-width: 0; }',
  host: { class: 'field' },
})
export class NextSelect {
  readonly label = input.required<string>();
  readonly labelHidden = input(false);
  readonly place = input.required<StepPlace>();
  /** Id of the step that it leads to now. */
  readonly next = input<string>();

  private readonly history = inject(DraftHistory);
  private readonly selection = inject(OutlineSelection);
  private readonly commands = inject(StepCommands);

  protected readonly id = `next-${(made += 1).toString()}`;
  protected readonly choices = computed(() => {
    const possible = new Set(possibleNextSteps(this.history.steps(), this.place().stepId).map(({ id }) => id));
    return this.selection.lines().flatMap(({ kind, step, number }) =>
      kind === 'step' && step && number !== null && (possible.has(step.id) || step.id === this.next())
        ? [{ id: step.id, words: `${number} ${step.title.trim() || 'Untitled'}` }]
        : [],
    );
  });
  protected readonly additions = computed(() => {
    const possible = this.commands.kindsAt(this.place());
    return KINDS.filter(({ kind }) => possible.includes(kind)).map((given) => ({ ...given, value: `${NEW}${given.kind}` }));
  });

  protected choose(value: string): void {
    const kind = STEP_KINDS.find((given) => `${NEW}${given}` === value);
    if (kind) this.commands.addAt(this.place(), kind);
    else this.history.changeSteps((steps) => led(steps, this.place(), value === '' ? undefined : value));
  }
}
