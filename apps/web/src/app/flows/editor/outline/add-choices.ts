import { Component, computed, inject, input } from '@angular/core';

import { Icon } from '../../../ui/icon.js';
import { StepCommands } from '../steps/step-commands.js';
import type { OutlineLine } from './outline-lines.js';
import { KINDS } from './step-looks.js';

/** The kinds of step that can be added at a line, side by side. */
@Component({
  selector: 'fp-add-choices',
  imports: [Icon],
  template: `
    @for (choice of choices(); track choice.kind) {
      <button class="btn sm" type="button" (click)="commands.addAfter(line(), choice.kind)">
        <fp-icon [name]="choice.icon" />{{ choice.name }}
      </button>
    }
  `,
  styles: ':host { display: flex; flex-wrap: wrap; gap: 8px; } .btn fp-icon { color: var(--fg-faint); }',
  host: { role: 'group', 'aria-label': 'Add a step' },
})
export class AddChoices {
  /** Null begins the flow. */
  readonly line = input.required<OutlineLine | null>();

  protected readonly commands = inject(StepCommands);
  protected readonly choices = computed(() => {
    const possible = this.commands.kindsAfter(this.line());
    return KINDS.filter(({ kind }) => possible.includes(kind));
  });
}
