import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';

import type { UnloggedTimeEntryDto } from '@flowpilot/contracts';

import { askBeforeClosing } from '../../ui/confirm/ask-before-closing.js';
import { counted, hours } from '../../ui/format.js';
import { Icon } from '../../ui/icon.js';
import { HoursField } from './hours-field.js';
import type { UnloggedRow } from './unlogged-row.js';

/** Every duration once more before many are logged: the doubtful first, each with what it was suggested from. */
@Component({
  selector: 'fp-check-dialog',
  imports: [HoursField, Icon, MatDialogModule],
  templateUrl: './check-dialog.html',
  styleUrls: ['../psa-dialog.css', './check-dialog.css'],
})
export class CheckDialog {
  private readonly dialog = inject<MatDialogRef<CheckDialog, UnloggedTimeEntryDto[]>>(MatDialogRef);
  private readonly given = inject<readonly UnloggedRow[]>(MAT_DIALOG_DATA);
  protected readonly rows = signal(doubtfulFirst(this.given).map((row) => ({ row, hours: row.hours })));
  protected readonly doubtful = this.given.filter(({ doubtful }) => doubtful).length;
  protected readonly wrong = computed(() => this.rows().filter((line) => line.hours === undefined).length);
  protected readonly button = computed(() => {
    const total = this.rows().reduce((sum, line) => sum + (line.hours ?? 0), 0);
    return `Log ${counted(this.rows().length, 'entry', 'entries')}, ${hours(total)}`;
  });
  protected readonly counted = counted;

  private readonly touched = signal(false);

  constructor() {
    askBeforeClosing(this.touched);
  }

  protected change(id: string, changed: number | undefined): void {
    this.touched.set(true);
    this.rows.update((rows) => rows.map((line) => (line.row.id === id ? { ...line, hours: changed } : line)));
  }

  protected leaveOut(id: string): void {
    this.touched.set(true);
    this.rows.update((rows) => rows.filter(({ row }) => row.id !== id));
  }

  protected confirm(): void {
    const entries = this.rows().flatMap(({ row, hours: amount }) => (amount === undefined ? [] : [{ session_id: row.id, hours: amount }]));
    if (entries.length > 0 && this.wrong() === 0) this.dialog.close(entries);
  }
}

function doubtfulFirst(rows: readonly UnloggedRow[]): UnloggedRow[] {
  return [...rows.filter(({ doubtful }) => doubtful), ...rows.filter(({ doubtful }) => !doubtful)];
}
