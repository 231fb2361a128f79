import { Component, computed, inject, input, output } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';

import { counted } from '../../../ui/format.js';
import { Icon } from '../../../ui/icon.js';
import { deleteBranch } from '../steps/delete-step.js';
import { MovePlaces } from '../steps/move-places.js';
import type { MoveDirection } from '../steps/move-step.js';
import { StepCommands } from '../steps/step-commands.js';
import type { OutlineLine } from './outline-lines.js';
import { KINDS } from './step-looks.js';

/** What can be done with a line, for whoever does not use the keys. */
@Component({
  selector: 'fp-line-menu',
  imports: [Icon, MatMenuModule],
  templateUrl: './line-menu.html',
  styles: `
    .item { display: flex; align-items: center; gap: 8px; }
    kbd { margin-left: auto; padding-left: 16px; font: var(--t-small); color: var(--fg-faint); }
  `,
})
export class LineMenu {
  readonly line = input.required<OutlineLine>();
  readonly done = output();

  protected readonly commands = inject(StepCommands);
  private readonly places = inject(MovePlaces);

  protected readonly additions = computed(() => {
    const possible = this.commands.kindsAfter(this.line());
    return KINDS.filter(({ kind }) => possible.includes(kind));
  });
  protected readonly isStep = computed(() => this.line().kind === 'step');
  /** How many steps go with this one. */
  protected readonly branch = computed(() => {
    const { step } = this.line();
    return this.isStep() && step ? this.commands.countDeleted((steps) => deleteBranch(steps, step.id)) : 0;
  });
  protected readonly deleteWords = computed(() => {
    const words = { step: 'Delete step', reference: 'Remove this way on', open: 'Delete answer' };
    return words[this.line().kind];
  });
  protected readonly branchWords = computed(() => `Delete ${counted(this.branch(), 'step')}`);

  protected move(direction: MoveDirection): void {
    this.commands.move(this.line(), direction);
    this.done.emit();
  }

  protected delete(): void {
    this.commands.delete(this.line());
    this.done.emit();
  }

  protected deleteStepOnly(): void {
    this.commands.deleteStepOnly(this.line());
    this.done.emit();
  }

  protected deleteWithBranch(): void {
    this.commands.deleteWithBranch(this.line());
    this.done.emit();
  }

  protected moveTo(): void {
    const { place } = this.line();
    if (place) void this.places.choose(place).then(() => this.done.emit());
  }
}
