import { Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';

import type { StepPlace } from './step-graph.js';

/** A place that a branch can move to. */
export interface MoveTarget {
  readonly place: StepPlace;
  readonly key: string;
  readonly words: string;
}

@Component({
  selector: 'fp-move-dialog',
  imports: [MatDialogModule],
  template: `
    <h2 mat-dialog-title>Move the step and what follows it</h2>
    <div mat-dialog-content>
      @if (targets.length === 0) {
        <p>There is no other place: every one lies before it or behind it.</p>
      } @else {
        <div class="field">
          <label for="move-target">To</label>
          <select #select class="input" id="move-target" (change)="chosen.set(select.value)">
            @for (target of targets; track target.key) {
              <option [value]="target.key">{{ target.words }}</option>
            }
          </select>
        </div>
      }
    </div>
    <div mat-dialog-actions align="end">
      <button class="btn" type="button" mat-dialog-close>Cancel</button>
      @if (targets.length > 0) {
        <button class="btn primary" type="button" (click)="move()">Move here</button>
      }
    </div>
  `,
})
export class MoveDialog {
  protected readonly targets = inject<readonly MoveTarget[]>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<MoveDialog, MoveTarget>>(MatDialogRef);

  protected readonly chosen = signal(this.targets[0]?.key);

  protected move(): void {
    this.dialog.close(this.targets.find(({ key }) => key === this.chosen()));
  }
}
