import { Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';

import { FormProblem } from '../../../ui/form/form-problem.js';
import { Icon } from '../../../ui/icon.js';
import { ImportDraft } from '../draft/import-draft.js';
import { KeptMapping } from '../draft/kept-mapping.js';
import { ImportSteps } from '../import-steps.js';
import { DropZone } from './drop-zone.js';
import { PastImports } from './past-imports.js';

/** The first step: a file. Below it what was imported before. */
@Component({
  selector: 'fp-upload-page',
  imports: [DropZone, FormProblem, Icon, ImportSteps, PastImports],
  template: `
    <fp-import-steps [step]="1" />
    <section class="card" aria-labelledby="import-file">
      <div class="card-head">
        <h2 id="import-file">Import sessions</h2>
        <span class="note">Importing a file again changes nothing twice</span>
      </div>
      @if (problem(); as problem) {
        <div class="refusal"><fp-form-problem [problem]="problem" /></div>
      }
      @if (kept(); as kept) {
        <p class="banner kept" role="status"><fp-icon name="table" />The mapping you made of {{ kept.fileName }} is kept. Choose the file again to go on with it.</p>
      }
      <fp-drop-zone [busy]="draft.isPreviewing()" (chosen)="open($event)" />
    </section>
    <fp-past-imports />
  `,
  styles: ':host { display: contents; } .refusal { padding: 0 var(--s-4); } .kept { margin: 0 var(--s-4); }',
})
export class UploadPage {
  protected readonly draft = inject(ImportDraft);
  private readonly router = inject(Router);
  protected readonly kept = inject(KeptMapping).latest;
  protected readonly problem = computed(() => this.draft.problem());

  protected async open(file: File): Promise<void> {
    if (await this.draft.open(file)) await this.router.navigateByUrl('/settings/import/columns');
  }
}
