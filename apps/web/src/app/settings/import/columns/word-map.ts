import { Component, computed, input, output } from '@angular/core';

import type { TranslatedImportTarget } from '@flowpilot/metrics';

import type { WordChoice } from '../draft/column-rows.js';
import { ANY_OTHER, type DraftWords, OUR_WORDS, withMeaning } from '../draft/mapping-draft.js';

/** What each word of a column means: one of ours, or nothing, which rejects its rows. */
@Component({
  selector: 'fp-word-map',
  template: `
    <fieldset [disabled]="readOnly()">
      <legend class="small muted">What the values of {{ column() }} mean. Rows with a value that means nothing are rejected.</legend>
      @for (choice of choices(); track choice.word) {
        <label>
          <span class="trunc" [title]="choice.label">{{ choice.label }}</span>
          <select #meaning class="input" (change)="choose(choice.word, meaning.value)">
            <option value="" [selected]="choice.meaning === ''">{{ choice.word === anyOther ? 'Rejected' : 'Nothing' }}</option>
            @for (word of ours(); track word) {
              <option [value]="word" [selected]="word === choice.meaning">{{ word }}</option>
            }
          </select>
        </label>
      }
    </fieldset>
  `,
  styleUrl: './word-map.css',
})
export class WordMap {
  readonly translation = input.required<{ target: TranslatedImportTarget; words: readonly WordChoice[] }>();
  readonly column = input.required<string>();
  readonly words = input.required<DraftWords>();
  readonly readOnly = input(false);
  readonly changed = output<DraftWords>();

  protected readonly anyOther = ANY_OTHER;
  protected readonly ours = computed(() => OUR_WORDS[this.translation().target]);
  protected readonly choices = computed(() => {
    const { target, words } = this.translation();
    const other = { word: ANY_OTHER, meaning: this.words()[target][ANY_OTHER] ?? '' };
    return [...words, other].map((choice) => ({ ...choice, label: choice.word === ANY_OTHER ? 'Any other value' : choice.word }));
  });

  protected choose(word: string, meaning: string): void {
    this.changed.emit(withMeaning(this.words(), this.translation().target, word, meaning));
  }
}
