import { jest } from '@jest/globals';
import { DOCUMENT, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { lookWhile } from './look-while';

describe('lookWhile', () => {
  const awaited = signal<string | undefined>(undefined);
  let looks: number;
  let hidden: boolean;

  beforeEach(() => {
    jest.useFakeTimers();
    looks = 0;
    hidden = false;
    awaited.set(undefined);
    const document = TestBed.inject(DOCUMENT);
    jest.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
    TestBed.runInInjectionContext(() =>
      lookWhile(awaited, () => {
        looks += 1;
        return Promise.resolve();
      }),
    );
  });
  afterEach(() => {
    TestBed.resetTestingModule();
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  async function pass(seconds: number): Promise<void> {
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(seconds * 1000);
  }

  function show(visible: boolean): void {
    hidden = !visible;
    TestBed.inject(DOCUMENT).dispatchEvent(new Event('visibilitychange'));
  }

  it('looks while something is awaited, ever more rarely, and no longer', async () => {
    await pass(60);
    expect(looks).toBe(0);
    awaited.set('one');
    await pass(1);
    expect(looks).toBe(1);
    await pass(59);
    expect(looks).toBeGreaterThan(5);
    expect(looks).toBeLessThan(12);
    awaited.set(undefined);
    const before = looks;
    await pass(60);
    expect(looks).toBe(before);
  });

  it('begins anew when something changes, and ends by itself when nothing does', async () => {
    awaited.set('one');
    await pass(30 * 60);
    const before = looks;
    expect(before).toBeLessThan(60);
    await pass(30 * 60);
    expect(looks).toBe(before);
    awaited.set('two');
    await pass(1);
    expect(looks).toBe(before + 1);
  });

  it('rests while the page is hidden', async () => {
    awaited.set('one');
    show(false);
    await pass(60);
    expect(looks).toBe(0);
    show(true);
    await pass(1);
    expect(looks).toBe(1);
  });
});
