import type { ImportPreviewDto } from '@flowpilot/contracts';
import type { ImportTarget, TranslatedImportTarget } from '@flowpilot/metrics';

import { counted } from '../../../ui/format.js';
import { type MappingDraft, meaningOf } from './mapping-draft.js';
import { isTranslated } from './target-names.js';

export interface WordChoice {
  readonly word: string;
  /** Ours; empty when it leads nowhere. */
  readonly meaning: string;
}

/** A column of the file and what becomes of it, as the table shows it. */
export interface ColumnRow {
  readonly name: string;
  readonly firstValue: string;
  readonly target: ImportTarget | undefined;
  /** Null unless its words are translated. */
  readonly translation: { readonly target: TranslatedImportTarget; readonly words: readonly WordChoice[] } | null;
  /** "4 values mapped" or "1 value unknown"; empty without words. */
  readonly wordNote: string;
  readonly hasUnknownWords: boolean;
}

export function columnRows({ columns }: ImportPreviewDto, draft: MappingDraft): ColumnRow[] {
  return columns.map(({ name, samples }) => {
    const target = draft.targets[name];
    const shown = { name, target, firstValue: samples[0] ?? '' };
    if (!isTranslated(target)) return { ...shown, translation: null, wordNote: '', hasUnknownWords: false };
    const words = samples
      .filter((word) => !draft.missing.includes(word))
      .map((word) => ({ word, meaning: meaningOf(draft.words, target, word) }));
    const unknown = words.filter(({ meaning }) => meaning === '').length;
    const wordNote = unknown > 0 ? `${counted(unknown, 'value')} unknown` : `${counted(words.length, 'value')} mapped`;
    return { ...shown, translation: { target, words }, wordNote, hasUnknownWords: unknown > 0 };
  });
}

/** "8 of 9 mapped" */
export function mappedNote(rows: readonly ColumnRow[]): string {
  return `${rows.filter(({ target }) => target !== undefined).length} of ${rows.length} mapped`;
}
