import { afterNextRender, Component, computed, ElementRef, inject, Injector } from '@angular/core';

import { Card } from '../../../ui/card/card.js';
import { counted } from '../../../ui/format.js';
import { Icon } from '../../../ui/icon.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { DraftHistory } from '../draft/draft-history.js';
import { EditorMode } from '../editor-mode.js';
import { StepForm } from '../form/step-form.js';
import { DraftProblems } from '../problems/draft-problems.js';
import { StepCommands } from '../steps/step-commands.js';
import { AddChoices } from './add-choices.js';
import { AddMenu } from './add-menu.js';
import { LineMenu } from './line-menu.js';
import type { OutlineLine } from './outline-lines.js';
import { isMoveKey } from './outline-moves.js';
import { OutlineRow } from './outline-row.js';
import { OutlineSelection } from './outline-selection.js';

/** The steps as a list to walk through with the arrow keys; the selected one opens into its form. */
@Component({
  selector: 'fp-step-outline',
  imports: [AddChoices, AddMenu, Card, EmptyState, Icon, LineMenu, OutlineRow, StepForm],
  templateUrl: './step-outline.html',
  styleUrl: './step-outline.css',
})
export class StepOutline {
  protected readonly history = inject(DraftHistory);
  protected readonly selection = inject(OutlineSelection);
  protected readonly commands = inject(StepCommands);
  protected readonly problems = inject(DraftProblems);
  protected readonly readOnly = inject(EditorMode).readOnly;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);

  protected readonly note = computed(() => counted(this.history.steps().length, 'step'));
  protected readonly firstDetached = computed(() => this.selection.lines().find((line) => line.detached)?.key);

  /** The selected line takes the focus: at once, for the next key, and again when it has been drawn elsewhere. */
  focusSelected(): void {
    this.focusRow();
    // A form that the next key has opened meanwhile keeps the focus that it took.
    const again = () => this.isTypedInto() || this.focusRow();
    afterNextRender(again, { injector: this.injector });
  }

  private focusRow(): void {
    const rows = this.host.nativeElement.querySelectorAll<HTMLElement>('[data-line]');
    Array.from(rows).find((row) => row.dataset.line === this.selection.key())?.focus();
  }

  private isTypedInto(): boolean {
    return this.host.nativeElement.querySelector('.form :focus') !== null;
  }

  protected toggle(line: OutlineLine): void {
    if (line.kind === 'reference') this.follow(line);
    else if (this.selection.openKey() === line.key) this.close();
    else this.selection.open(line.key);
  }

  protected close(): void {
    this.selection.close();
    this.focusSelected();
  }

  protected onRowKey(event: KeyboardEvent, line: OutlineLine): void {
    if (!this.acts(event, line)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  protected onFormKey(event: KeyboardEvent, line: OutlineLine): void {
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.add(line);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Whether the key means something on a line. */
  private acts(event: KeyboardEvent, line: OutlineLine): boolean {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return this.add(line);
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) return this.moveLine(line, event.key);
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    if (event.key === 'Delete' || event.key === 'Backspace') return this.remove(line);
    if (event.key === 'Escape' && this.selection.openKey() !== null) this.close();
    else if (isMoveKey(event.key)) this.selection.move(event.key);
    else return false;
    this.focusSelected();
    return true;
  }

  private add(line: OutlineLine): boolean {
    if (!this.readOnly()) this.commands.addAfter(line, 'instruction');
    return true;
  }

  private moveLine(line: OutlineLine, key: 'ArrowUp' | 'ArrowDown'): boolean {
    if (!this.readOnly()) this.commands.move(line, key === 'ArrowUp' ? -1 : 1);
    this.focusSelected();
    return true;
  }

  private remove(line: OutlineLine): boolean {
    if (!this.readOnly()) this.commands.delete(line);
    this.focusSelected();
    return true;
  }

  private follow({ step }: OutlineLine): void {
    if (!step) return;
    this.selection.select(step.id);
    this.focusSelected();
  }
}
