import { Logger } from '@nestjs/common';

import { reasonOf } from '../../config/failure.js';

/** So long after a failure nothing is asked: a Redis that hangs would otherwise delay every request. */
const PAUSE_MS = 1_000;

/** While Redis does not count: who may ask it again and when, and how many requests passed without being counted. */
export class RedisOutage {
  private readonly logger = new Logger('throttling');
  private began: number | null = null;
  private asksAgainAt = 0;
  private passed = 0;

  /** Whether this request may ask. During an outage one does after each pause. */
  mayAsk(): boolean {
    if (this.began === null) return true;
    if (performance.now() < this.asksAgainAt) return false;
    this.asksAgainAt = performance.now() + PAUSE_MS;
    return true;
  }

  /** Redis did not count: logged once, however many fail after it. */
  failed(reason: unknown): void {
    this.asksAgainAt = performance.now() + PAUSE_MS;
    if (this.began !== null) return;
    this.began = performance.now();
    this.passed = 0;
    this.logger.error(`Redis does not count: ${reasonOf(reason)}. Requests pass without limits until it does.`);
  }

  pass(): void {
    this.passed += 1;
  }

  answered(): void {
    if (this.began === null) return;
    this.logger.log({ msg: `Redis counts again, after ${this.length}.`, passed: this.passed });
    this.began = null;
    this.passed = 0;
  }

  /** What is said when the process ends before Redis is back. */
  close(): void {
    if (this.began !== null) this.logger.error({ msg: `Redis did not count for the last ${this.length}.`, passed: this.passed });
  }

  private get length(): string {
    const seconds = Math.ceil((performance.now() - (this.began ?? 0)) / 1000);
    return `${seconds} s, in which ${this.passed} requests passed without limits`;
  }
}
