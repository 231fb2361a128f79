/**
 * Statements that are sent one after another without waiting, as a connection answers them in that order. The failure of one is
 * told once all have ended: none is left to go on where their transaction has ended.
 */
export async function together<const Reads extends readonly Promise<unknown>[]>(
  ...reads: Reads
): Promise<{ -readonly [Read in keyof Reads]: Awaited<Reads[Read]> }> {
  const answers = Promise.all(reads);
  await answers.catch(() => Promise.allSettled(reads));
  return answers;
}
