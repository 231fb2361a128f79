import { setTimeout as sleep } from 'node:timers/promises';

import type { Balancer } from './balancer.js';

const CLIENTS = 4;
const PAUSE_MS = 15;

/** A few clients that read and write without end, and what they met. */
export class Load {
  readonly failures: string[] = [];
  answered = 0;
  /** Sessions that were acknowledged. */
  recorded = 0;
  private isOn = true;
  private readonly clients: Promise<void>[];

  constructor(private readonly balancer: Balancer) {
    this.clients = Array.from({ length: CLIENTS }, (_, client) => this.work(client));
  }

  async end(): Promise<void> {
    this.isOn = false;
    await Promise.all(this.clients);
  }

  private async work(client: number): Promise<void> {
    for (let n = 0; this.isOn; n += 1) {
      const records = n % 2 === 0;
      const isWell = records
        ? await this.ask('POST', '/sessions', { external_ref: `load-${client}-${n}` })
        : await this.ask('GET', '/sessions?limit=5');
      if (records && isWell) this.recorded += 1;
      await sleep(PAUSE_MS);
    }
  }

  private async ask(method: string, path: string, body?: object): Promise<boolean> {
    try {
      const answer = await this.balancer.send(method, path, body);
      const text = await answer.text();
      this.answered += 1;
      if (answer.ok) return true;
      this.failures.push(`${method} ${path}: ${answer.status} ${text}`);
    } catch (error) {
      this.failures.push(`${method} ${path}: ${String(error)} ${String(error instanceof Error ? error.cause : '')}`);
    }
    return false;
  }
}
