/** The browser's language, in which numbers and dates are written. */
export const LOCALE = navigator.language;
