import { Problem } from './problem.js';

/**
 * Refuses text that the database cannot store: NUL, and halves of surrogate pairs. `root` prefixes the pointers.
 *
 * @throws Problem `validation_failed` that points at the first such text.
 */
export function refuseUnstorableText(value: unknown, root: string, separator: string): void {
  if (typeof value === 'string') {
    if (!isStorable(value)) throw Problem.invalid(root, 'must not hold NUL characters or lone surrogates');
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!isStorable(key)) throw Problem.invalid(root, 'must not hold NUL characters or lone surrogates in names');
    refuseUnstorableText(inner, `${root}${separator}${key}`, '/');
  }
}

/** With the `u` flag a whole pair is one code point, so that only halves match. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** Whether PostgreSQL can store the text as it is. */
export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}
