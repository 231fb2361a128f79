import { setTimeout as sleep } from 'node:timers/promises';

import { until } from '../until.js';

const LOOK_MS = 50;

interface Target {
  url: string;
  isReady: boolean;
}

/** Sends requests to the processes that say they are ready, in turn, as a load balancer does. */
export class Balancer {
  private targets: Target[] = [];
  private turn = 0;
  private isLooking = true;
  private readonly looking = this.look();

  constructor(private readonly key: string) {}

  /** @param urls of the processes; a new one gets requests once it is ready */
  serve(urls: readonly string[]): void {
    this.targets = urls.map((url) => this.targets.find((known) => known.url === url) ?? { url, isReady: false });
  }

  /** Those that say they are ready. */
  get ready(): string[] {
    return this.targets.filter(({ isReady }) => isReady).map(({ url }) => url);
  }

  allReady(): Promise<void> {
    return until('every process to be ready', () => this.targets.every(({ isReady }) => isReady));
  }

  send(method: string, path: string, body?: object): Promise<Response> {
    const { ready } = this;
    const url = ready[(this.turn += 1) % ready.length];
    if (url === undefined) throw new Error('no process is ready');
    return fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.key}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  async close(): Promise<void> {
    this.isLooking = false;
    await this.looking;
  }

  private async look(): Promise<void> {
    while (this.isLooking) {
      await Promise.all(
        this.targets.map(async (target) => {
          target.isReady = await isReady(target.url);
        }),
      );
      await sleep(LOOK_MS);
    }
  }
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/v1/health/ready`).catch(() => undefined);
  await answer?.body?.cancel();
  return answer?.ok ?? false;
}
