import { Component, computed, inject, output } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Card } from '../../../ui/card/card.js';
import { percent } from '../../../ui/format.js';
import { FormProblem } from '../../../ui/form/form-problem.js';
import { FileUpload } from '../draft/file-upload.js';
import { ImportDraft } from '../draft/import-draft.js';
import { fileSize } from '../file-facts.js';
import { ProgressLine } from '../run/progress-line.js';

/** Sends the whole file for a dry run. */
@Component({
  selector: 'fp-check-card',
  imports: [Card, FormProblem, ProgressLine, RouterLink],
  templateUrl: './check-card.html',
  styleUrl: './check-card.css',
})
export class CheckCard {
  /** Id of the import that is being checked. */
  readonly checked = output<string>();

  protected readonly draft = inject(ImportDraft);
  protected readonly upload = inject(FileUpload);
  protected readonly problem = this.draft.problem;
  protected readonly mayCheck = computed(() => this.draft.absent().length === 0 && this.upload.progress() === null);
  protected readonly progress = computed(() => {
    const progress = this.upload.progress();
    if (progress === null) return null;
    const share = progress.total === 0 ? 1 : Math.min(1, progress.sent / progress.total);
    return { share, text: `${percent(share)} of ${fileSize(progress.total)}` };
  });

  protected async check(): Promise<void> {
    if (!this.mayCheck()) return;
    const made = await this.draft.check();
    if (made) this.checked.emit(made.id);
  }
}
