import type { Translation } from './import-mapping.js';

/** Our word for theirs: as the translation says, else the word itself, else what `*` stands for, else null. */
export function translate<Word extends string>(
  theirs: string,
  translation: Translation,
  words: readonly Word[],
): Word | null {
  const listed = Object.hasOwn(translation, theirs) ? translation[theirs] : undefined;
  const candidate = listed ?? theirs.toLowerCase();
  const fallback = translation['*'];
  return words.find((word) => word === candidate) ?? words.find((word) => word === fallback) ?? null;
}
