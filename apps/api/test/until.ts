import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 50;
/** Far longer than anything takes, so that a spec fails and does not hang. */
const PATIENCE_MS = 60_000;

/** Waits for what other processes bring about. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await sleep(LOOK_MS);
  }
}
