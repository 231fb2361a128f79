import { Component, type ElementRef, input, output, signal, viewChild } from '@angular/core';

import { Icon } from '../../../ui/icon.js';

/** Takes one file: dropped, or chosen with the button. */
@Component({
  selector: 'fp-drop-zone',
  imports: [Icon],
  template: `
    <fp-icon name="upload" [size]="20" />
    <h3>Drop a CSV file here</h3>
    <p>Sessions or tickets of another system, a row each or several: <span class="nowrap">.csv</span> or <span class="nowrap">.csv.gz</span>, up to 100 MB.</p>
    <div class="acts">
      <button class="btn primary" type="button" [attr.aria-disabled]="busy()" (click)="browse()">{{ busy() ? 'Reading the file …' : 'Choose a file' }}</button>
    </div>
    <input #control class="vh" type="file" tabindex="-1" aria-label="File to import" accept=".csv,.gz,text/csv,application/gzip" (change)="take(control.files)" />
  `,
  styleUrl: './drop-zone.css',
  host: {
    class: 'state',
    '[class.over]': 'over()',
    '(dragenter)': 'drag($event)',
    '(dragover)': 'drag($event)',
    '(dragleave)': 'over.set(false)',
    '(drop)': 'drop($event)',
  },
})
export class DropZone {
  readonly busy = input(false);
  readonly chosen = output<File>();

  protected readonly over = signal(false);
  private readonly control = viewChild.required<ElementRef<HTMLInputElement>>('control');

  protected browse(): void {
    if (!this.busy()) this.control().nativeElement.click();
  }

  protected drag(event: DragEvent): void {
    event.preventDefault();
    this.over.set(!this.busy());
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.take(event.dataTransfer?.files ?? null);
  }

  protected take(files: FileList | null): void {
    const file = files?.[0];
    if (file && !this.busy()) this.chosen.emit(file);
    // The same file again is a change again.
    this.control().nativeElement.value = '';
  }
}
