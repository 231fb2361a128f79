import { Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';

import { FileUpload } from '../draft/file-upload.js';
import { ImportDraft } from '../draft/import-draft.js';
import { fileSize } from '../file-facts.js';
import { ImportSteps } from '../import-steps.js';
import { CheckCard } from './check-card.js';
import { MappingCard } from './mapping-card.js';
import { PreviewCard } from './preview-card.js';

/** The second step, before the whole file was checked: what its columns become. */
@Component({
  selector: 'fp-columns-page',
  imports: [CheckCard, ImportSteps, MappingCard, PreviewCard],
  template: `
    <fp-import-steps [step]="2"><span class="mono">{{ name() }}</span> · {{ size() }}</fp-import-steps>
    <div class="cols">
      <fp-mapping-card class="c8" />
      <fp-check-card class="c4" (checked)="show($event)" />
    </div>
    <fp-preview-card />
  `,
  styleUrl: './columns-page.css',
  host: { '(window:beforeunload)': 'ask($event)' },
})
export class ColumnsPage {
  private readonly draft = inject(ImportDraft);
  private readonly upload = inject(FileUpload);
  private readonly router = inject(Router);

  protected readonly name = computed(() => this.draft.file()?.name ?? '');
  protected readonly size = computed(() => fileSize(this.draft.file()?.size ?? 0));

  protected show(id: string): void {
    void this.router.navigate(['/settings/import', id]);
  }

  protected ask(event: BeforeUnloadEvent): void {
    if (this.upload.progress() !== null) event.preventDefault();
  }
}
