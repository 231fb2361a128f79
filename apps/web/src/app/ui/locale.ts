/** The browser's language, in which numbers and dates are written; undefined, which is the runtime's own, if it is none. */
export const LOCALE = languageTag(navigator.language);

/** Browsers started in a POSIX locale call their language `en-US@posix`, at which Intl throws. */
export function languageTag(language: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(language)[0];
  } catch {
    return undefined;
  }
}
