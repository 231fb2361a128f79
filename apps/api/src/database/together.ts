import { codeOf } from '../config/failure.js';

/** What answers every statement after the one that failed, within a transaction. */
const IN_FAILED_TRANSACTION = '25P02';

/**
 * Reads whose statements are sent one after another without waiting, as a connection answers them in that order. What failed is
 * told once all have ended: none is left to go on where their transaction has ended. Of several failures that is one which is
 * not merely of another's making.
 */
export async function together<const Reads extends readonly Promise<unknown>[]>(
  ...reads: Reads
): Promise<{ -readonly [Read in keyof Reads]: Awaited<Reads[Read]> }> {
  const settled = await Promise.allSettled(reads);
  const failures = settled.filter((read) => read.status === 'rejected').map(({ reason }) => reason as unknown);
  if (failures.length > 0) throw failures.find((failure) => codeOf(failure) !== IN_FAILED_TRANSACTION) ?? failures[0];
  return Promise.all(reads);
}
