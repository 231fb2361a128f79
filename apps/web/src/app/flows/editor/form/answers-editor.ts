import { afterNextRender, Component, computed, ElementRef, inject, Injector, input } from '@angular/core';

import { type FlowStep, MAX_OPTION_LABEL_LENGTH, MAX_STEP_OPTIONS } from '@flowpilot/metrics';

import { Icon } from '../../../ui/icon.js';
import { DraftHistory } from '../draft/draft-history.js';
import { addOption, editOptionLabel } from '../steps/edit-step.js';
import { moveAmongNeighbours } from '../steps/move-step.js';
import { StepCommands } from '../steps/step-commands.js';
import { NextSelect } from './next-select.js';

/** The answers of a question: the label of each, where it leads, their order. */
@Component({
  selector: 'fp-answers-editor',
  imports: [Icon, NextSelect],
  templateUrl: './answers-editor.html',
  styleUrl: './answers-editor.css',
  host: { role: 'group', 'aria-label': 'Answers' },
})
export class AnswersEditor {
  readonly step = input.required<FlowStep>();

  private readonly history = inject(DraftHistory);
  private readonly commands = inject(StepCommands);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly answers = computed(() =>
    (this.step().options ?? []).map(({ label, next }, option) => ({
      label,
      next,
      place: { stepId: this.step().id, option },
      name: label.trim() || `answer ${option + 1}`,
    })),
  );
  protected readonly full = computed(() => this.answers().length >= MAX_STEP_OPTIONS);
  protected readonly longestLabel = MAX_OPTION_LABEL_LENGTH;

  protected add(): void {
    this.history.changeSteps((steps) => addOption(steps, this.step().id));
    this.focusLabel(-1);
  }

  protected rename(option: number, label: string): void {
    const { id } = this.step();
    this.history.changeSteps((steps) => editOptionLabel(steps, id, option, label), `answer ${id} ${option}`);
  }

  protected moveUp(option: number): void {
    const { id } = this.step();
    this.history.changeSteps((steps) => moveAmongNeighbours(steps, { stepId: id, option }, undefined, -1));
  }

  protected remove(option: number): void {
    this.commands.deleteAnswer({ stepId: this.step().id, option });
    this.focusLabel(Math.max(0, option - 1));
  }

  /** Once the answers are drawn as they are now. */
  private focusLabel(index: number): void {
    const focus = () => Array.from(this.host.nativeElement.querySelectorAll('input')).at(index)?.focus();
    afterNextRender(focus, { injector: this.injector });
  }
}
