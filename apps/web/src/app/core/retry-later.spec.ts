import { jest } from '@jest/globals';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { Connection } from './connection.js';
import type { ServerProblem } from './problem.js';
import { retryLater } from './retry-later.js';

const problem = (code: string, retryAt?: Date): ServerProblem => ({
  code,
  status: 0,
  detail: '',
  requestId: undefined,
  retryAt,
  errors: [],
});

describe('retryLater', () => {
  const shown = signal<ServerProblem | undefined>(undefined);
  const online = signal(true);
  let tries: number;

  beforeEach(() => {
    jest.useFakeTimers();
    tries = 0;
    shown.set(undefined);
    online.set(true);
    TestBed.configureTestingModule({ providers: [{ provide: Connection, useValue: { online } }] });
    TestBed.runInInjectionContext(() => retryLater(shown, () => (tries += 1)));
    TestBed.tick();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('tries when the server has said', () => {
    shown.set(problem('rate_limited', new Date(Date.now() + 5000)));
    TestBed.tick();
    jest.advanceTimersByTime(4900);
    expect(tries).toBe(0);
    jest.advanceTimersByTime(200);
    expect(tries).toBe(1);
  });

  it('does not when something else has helped before', () => {
    shown.set(problem('rate_limited', new Date(Date.now() + 5000)));
    TestBed.tick();
    shown.set(undefined);
    TestBed.tick();
    jest.advanceTimersByTime(10_000);
    expect(tries).toBe(0);
  });

  it.each([
    ['offline', 1],
    ['internal_error', 0],
  ])('tries %s when the network is back: %d', (code, expected) => {
    online.set(false);
    TestBed.tick();
    shown.set(problem(code));
    TestBed.tick();
    expect(tries).toBe(0);
    online.set(true);
    TestBed.tick();
    expect(tries).toBe(expected);
  });
});
