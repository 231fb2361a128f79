import { afterNextRender, Component, computed, ElementRef, inject, input, output, viewChild } from '@angular/core';

import {
  type FlowStep,
  MAX_STEP_BODY_LENGTH,
  MAX_STEP_TITLE_LENGTH,
  STEP_KINDS,
  STEP_OUTCOMES,
  type StepKind,
} from '@flowpilot/metrics';

import { Icon } from '../../../ui/icon.js';
import { DraftHistory } from '../draft/draft-history.js';
import { EditorMode } from '../editor-mode.js';
import { KINDS } from '../outline/step-looks.js';
import { changeKind, changeOutcome, editTexts } from '../steps/edit-step.js';
import { OUTCOME_TITLES } from '../steps/new-step.js';
import { AnswersEditor } from './answers-editor.js';
import { NextSelect } from './next-select.js';

const BODY_LABELS: Readonly<Record<StepKind, string>> = { question: 'How to find out', instruction: 'What to do', outcome: 'What to note' };

let made = 0;

/** The controls of one step. Each change goes into the draft at once; a run of typing is undone together. */
@Component({
  selector: 'fp-step-form',
  imports: [AnswersEditor, Icon, NextSelect],
  templateUrl: './step-form.html',
  styleUrl: './step-form.css',
})
export class StepForm {
  readonly step = input.required<FlowStep>();
  /** What is wrong with it, in a sentence. */
  readonly problem = input<string>();
  readonly done = output();

  protected readonly readOnly = inject(EditorMode).readOnly;
  private readonly history = inject(DraftHistory);
  private readonly title = viewChild.required<ElementRef<HTMLInputElement>>('title');

  protected readonly id = `step-${(made += 1).toString()}`;
  protected readonly kinds = KINDS;
  protected readonly outcomes = STEP_OUTCOMES.map((outcome) => ({ outcome, name: OUTCOME_TITLES[outcome] }));
  protected readonly bodyLabel = computed(() => BODY_LABELS[this.step().kind]);
  protected readonly longestTitle = MAX_STEP_TITLE_LENGTH;
  protected readonly longestBody = MAX_STEP_BODY_LENGTH;

  constructor() {
    afterNextRender(() => this.title().nativeElement.focus());
  }

  protected setTitle(title: string): void {
    this.history.changeSteps((steps) => editTexts(steps, this.step().id, { title }), `title ${this.step().id}`);
  }

  protected setBody(body: string): void {
    this.history.changeSteps((steps) => editTexts(steps, this.step().id, { body }), `body ${this.step().id}`);
  }

  protected setKind(word: string): void {
    const kind = STEP_KINDS.find((given) => given === word);
    if (kind) this.history.changeSteps((steps) => changeKind(steps, this.step().id, kind));
  }

  protected setOutcome(word: string): void {
    const outcome = STEP_OUTCOMES.find((given) => given === word);
    if (outcome) this.history.changeSteps((steps) => changeOutcome(steps, this.step().id, outcome));
  }
}
