import type { TransformFnParams } from 'class-transformer';

/** For `@Transform`: text without white space around it; anything else as it is, to be refused by its validator. */
export function trimmed({ value }: TransformFnParams): unknown {
  return typeof value === 'string' ? value.trim() : value;
}

/** For `@Transform`: an e-mail address as it is stored and compared. */
export function emailAddress({ value }: TransformFnParams): unknown {
  return typeof value === 'string' ? value.trim().toLowerCase() : value;
}
