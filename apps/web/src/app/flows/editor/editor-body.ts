import { afterNextRender, Component, ElementRef, inject, Injector, signal, viewChild } from '@angular/core';

import { FormProblem } from '../../ui/form/form-problem.js';
import { Icon } from '../../ui/icon.js';
import { FlowSaving } from './draft/flow-saving.js';
import { EditorMode } from './editor-mode.js';
import { FlowFacts } from './fields/flow-facts.js';
import { FlowFields } from './fields/flow-fields.js';
import { OutlineSelection } from './outline/outline-selection.js';
import { StepOutline } from './outline/step-outline.js';
import { TreePicture } from './picture/tree-picture.js';
import { ProblemBanner } from './problems/problem-banner.js';
import { ConflictBanner } from './versions/conflict-banner.js';

/** What is wrong, the flow's fields, and its steps: in words beside a picture, on a phone one or the other. */
@Component({
  selector: 'fp-editor-body',
  imports: [ConflictBanner, FlowFacts, FlowFields, FormProblem, Icon, ProblemBanner, StepOutline, TreePicture],
  templateUrl: './editor-body.html',
  styleUrl: './editor-body.css',
})
export class EditorBody {
  protected readonly saving = inject(FlowSaving);
  protected readonly readOnly = inject(EditorMode).readOnly;
  private readonly selection = inject(OutlineSelection);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly outline = viewChild.required(StepOutline);

  /** What a phone shows. */
  protected readonly view = signal<'outline' | 'picture'>('outline');

  /** To the first field that keeps the flow from being saved. */
  focusFault(): void {
    const focus = () => this.host.nativeElement.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    afterNextRender(focus, { injector: this.injector });
  }

  /** Opens the line where a problem is solved, if it is one line's. */
  goTo(lineKey: string | null): void {
    this.view.set('outline');
    if (lineKey !== null) this.selection.open(lineKey);
    this.outline().focusSelected();
  }
}
