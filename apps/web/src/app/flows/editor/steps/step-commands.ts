import { LiveAnnouncer } from '@angular/cdk/a11y';
import { effect, inject, Injectable } from '@angular/core';

import type { StepKind } from '@flowpilot/metrics';

import { Toast } from '../../../core/toast.js';
import { counted } from '../../../ui/format.js';
import { DraftHistory } from '../draft/draft-history.js';
import type { FlowDraft } from '../draft/flow-draft.js';
import type { OutlineLine } from '../outline/outline-lines.js';
import { OutlineSelection } from '../outline/outline-selection.js';
import { addableKinds, addStep } from './add-step.js';
import { deleteBranch, deletedIds, deleteOption, deleteStep } from './delete-step.js';
import { exchangeBranches, type MoveDirection, moveAmongNeighbours } from './move-step.js';
import { newStepId } from './new-step.js';
import { led, type StepPlace, type Steps } from './step-graph.js';
import { placeAfter } from './step-places.js';

/** What a person does to the steps, from the keyboard or a menu: the change, the selection after it, a word on it. */
@Injectable()
export class StepCommands {
  private readonly history = inject(DraftHistory);
  private readonly selection = inject(OutlineSelection);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly toast = inject(Toast);
  /** The offer to undo the last deletion, as long as the draft is as it left it. */
  private offer: { readonly draft: FlowDraft; readonly withdraw: () => void } | undefined;

  constructor() {
    effect(() => {
      if (this.history.draft() !== this.offer?.draft) this.offer?.withdraw();
    });
  }

  /** The kinds that may follow a line; without a line, that may begin the flow. */
  kindsAfter(line: OutlineLine | null): StepKind[] {
    return this.kindsAt(placeAfter(line));
  }

  kindsAt(place: StepPlace | null | undefined): StepKind[] {
    return place === undefined ? [] : addableKinds(this.history.steps(), place);
  }

  addAfter(line: OutlineLine | null, kind: StepKind): void {
    this.addAt(placeAfter(line), kind);
  }

  addAt(place: StepPlace | null | undefined, kind: StepKind): void {
    if (place === undefined || !this.kindsAt(place).includes(kind)) {
      this.say('No step can be added here.');
      return;
    }
    const id = newStepId();
    this.history.changeSteps((steps) => addStep(steps, place, kind, id));
    this.selection.open(id);
  }

  /** A step goes and what follows closes up; a question goes with all its branches; an answer with its own. */
  delete(line: OutlineLine): void {
    if (line.kind === 'step' && line.step?.kind !== 'question') this.deleteStepOnly(line);
    else this.deleteWithBranch(line);
  }

  /** What follows takes its place; of a question, the first answer's branch. */
  deleteStepOnly({ step }: OutlineLine): void {
    if (step) this.remove((steps) => deleteStep(steps, step.id));
  }

  deleteWithBranch({ kind, step, place }: OutlineLine): void {
    if (kind === 'step' && step) this.remove((steps) => deleteBranch(steps, step.id));
    else if (kind === 'reference' && place) this.cutOff(place);
    else if (place) this.deleteAnswer(place);
  }

  deleteAnswer(place: StepPlace): void {
    this.remove((steps) => deleteOption(steps, place));
  }

  /** The place leads nowhere; the step that it led to stays. */
  private cutOff(place: StepPlace): void {
    this.history.changeSteps((steps) => led(steps, place, undefined));
    this.say('It leads nowhere now.');
  }

  /** How many steps go when this happens, for the word on the button. */
  countDeleted(change: (steps: Steps) => Steps): number {
    return deletedIds(this.history.steps(), change(this.history.steps())).length;
  }

  move({ place, step }: OutlineLine, direction: MoveDirection): void {
    const before = this.history.steps();
    this.history.changeSteps((steps) => moveAmongNeighbours(steps, place, step?.id, direction));
    const moved = this.history.steps() !== before;
    this.say(moved ? `Moved ${direction === -1 ? 'up' : 'down'}.` : 'It cannot move further.');
  }

  exchange(from: StepPlace, to: StepPlace): void {
    this.history.changeSteps((steps) => exchangeBranches(steps, from, to));
    this.say('Moved.');
  }

  private remove(change: (steps: Steps) => Steps): void {
    const deleted = this.countDeleted(change);
    this.history.changeSteps(change);
    const words = deleted === 0 ? 'Answer deleted.' : `${counted(deleted, 'step')} deleted.`;
    const withdraw = this.toast.offer(words, 'Undo', () => this.history.undo());
    this.offer = { draft: this.history.draft(), withdraw };
  }

  private say(words: string): void {
    void this.announcer.announce(words);
  }
}
