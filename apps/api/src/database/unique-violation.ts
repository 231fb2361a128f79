import { QueryFailedError } from 'typeorm';

import { codeOf } from '../config/failure.js';

const UNIQUE_VIOLATION = '23505';

/** Whether a statement failed because of this unique constraint. */
export function violates(error: unknown, constraint: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const driverError = error.driverError as Error;
  return codeOf(driverError) === UNIQUE_VIOLATION && Reflect.get(driverError, 'constraint') === constraint;
}
