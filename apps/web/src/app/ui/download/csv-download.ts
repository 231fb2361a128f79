import { Component, inject, input, signal } from '@angular/core';

import { FileDownload } from '../../core/file-download.js';
import { DownloadButton } from './download-button.js';

/** Fetches a CSV from the API, as the person who is logged in, and hands it to the browser as a file. */
@Component({
  selector: 'fp-csv-download',
  imports: [DownloadButton],
  template: '<fp-download-button [label]="label()" [text]="text()" [busy]="busy()" (pressed)="save()" />',
  styles: ':host { display: inline-grid; }',
})
export class CsvDownload {
  /** Below /api/v1, with its query: `/analytics/flowpilot/coverage.csv?period=30d` */
  readonly path = input.required<string>();
  /** The file's name when the server gives none. */
  readonly fileName = input.required<string>();
  /** "Download coverage as CSV" */
  readonly label = input.required<string>();
  /** A word on the button, which is an icon otherwise. */
  readonly text = input('');

  protected readonly busy = signal(false);
  private readonly download = inject(FileDownload);

  protected async save(): Promise<void> {
    this.busy.set(true);
    await this.download.save(this.path(), this.fileName());
    this.busy.set(false);
  }
}
