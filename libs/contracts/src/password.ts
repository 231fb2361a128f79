/** Characters of a password. Nothing else is asked of it: length protects, rules of composition do not. */
export const MIN_PASSWORD_LENGTH = 10;
export const MAX_PASSWORD_LENGTH = 200;
