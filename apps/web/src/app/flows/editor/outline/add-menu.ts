import { Component, computed, inject, input } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';

import { Icon } from '../../../ui/icon.js';
import { StepCommands } from '../steps/step-commands.js';
import type { OutlineLine } from './outline-lines.js';
import { KINDS } from './step-looks.js';

/** "Add step": the kinds of step that can be added at the selected line. */
@Component({
  selector: 'fp-add-menu',
  imports: [Icon, MatMenuModule],
  template: `
    <button class="btn sm" type="button" [matMenuTriggerFor]="menu" [disabled]="choices().length === 0">
      <fp-icon name="add" />Add step
    </button>
    <mat-menu #menu>
      @for (choice of choices(); track choice.kind) {
        <button mat-menu-item type="button" (click)="commands.addAfter(line(), choice.kind)">
          <span class="item"><fp-icon [name]="choice.icon" />{{ choice.name }}</span>
        </button>
      }
    </mat-menu>
  `,
  styles: '.item { display: flex; align-items: center; gap: 8px; }',
})
export class AddMenu {
  readonly line = input.required<OutlineLine | null>();

  protected readonly commands = inject(StepCommands);
  protected readonly choices = computed(() => {
    const possible = this.commands.kindsAfter(this.line());
    return KINDS.filter(({ kind }) => possible.includes(kind));
  });
}
