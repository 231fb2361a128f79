import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { computed, createEnvironmentInjector, EnvironmentInjector, Injectable, runInInjectionContext, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import type { WindowDto } from '@flowpilot/contracts';
import type { Period } from '@flowpilot/metrics';

import { LastWrite } from '../core/last-write.js';
import { ChosenPeriod } from './period.js';
import { ShownAnswer } from './shown-answer.js';
import { tabAnswer } from './tab-answer.js';
import { WINDOW } from './window-fixture.js';

interface Figures {
  window: WindowDto;
  sessions: number;
}

@Injectable()
class Store {
  readonly answer = tabAnswer<Figures>('/figures');
}

const figures = (sessions: number): Figures => ({ window: WINDOW, sessions });

describe('tabAnswer', () => {
  const period = signal<Period>('30d');
  let server: HttpTestingController;
  let store: Store;

  beforeEach(() => {
    period.set('30d');
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        ShownAnswer,
        Store,
        { provide: ChosenPeriod, useValue: { query: computed(() => `period=${period()}`) } },
      ],
    });
    server = TestBed.inject(HttpTestingController);
    store = TestBed.inject(Store);
  });

  afterEach(() => {
    server.verify();
  });

  it('asks nothing before its tab is opened', () => {
    TestBed.tick();
    expect(store.answer.pending()).toBe(true);
  });

  it('shows what its tab has asked for', async () => {
    openTab();
    await answered('30d', 1284);
    expect(store.answer.figures()).toEqual(figures(1284));
    expect(store.answer.pending()).toBe(false);
    expect(TestBed.inject(ShownAnswer).window()).toEqual(WINDOW);
  });

  it('keeps its figures while the tab is left, and asks nothing on return', async () => {
    const leave = openTab();
    await answered('30d', 1284);
    leave();
    TestBed.tick();
    openTab();
    TestBed.tick();
    expect(store.answer.figures()?.sessions).toBe(1284);
  });

  it('is idle while hidden, and catches up with the period when shown', async () => {
    const leave = openTab();
    await answered('30d', 1284);
    leave();
    period.set('7d');
    TestBed.tick();
    openTab();
    TestBed.tick();
    expect(store.answer.pending()).toBe(true);
    await answered('7d', 300);
    expect(store.answer.figures()?.sessions).toBe(300);
  });

  it('marks the figures of the old period until the new ones are there', async () => {
    openTab();
    await answered('30d', 1284);
    period.set('90d');
    TestBed.tick();
    expect([store.answer.figures()?.sessions, store.answer.pending()]).toEqual([1284, true]);
    await answered('90d', 3800);
    expect([store.answer.figures()?.sessions, store.answer.pending()]).toEqual([3800, false]);
  });

  it('shows no figures of another period beside a failure', async () => {
    openTab();
    await answered('30d', 1284);
    period.set('90d');
    TestBed.tick();
    await failed('90d');
    expect(store.answer.problem()?.code).toBe('internal_error');
    expect(store.answer.staleSince()).toBeUndefined();
  });

  it('keeps the figures when their refresh fails, and says from when they are', async () => {
    openTab();
    await answered('30d', 1284);
    store.answer.reload();
    TestBed.tick();
    await failed('30d');
    expect(store.answer.figures()?.sessions).toBe(1284);
    expect(store.answer.problem()).toBeUndefined();
    expect(store.answer.staleSince()).toBeInstanceOf(Date);
  });

  it('fetches anew on return when something was changed meanwhile', async () => {
    const leave = openTab();
    await answered('30d', 1284);
    leave();
    TestBed.inject(LastWrite).note();
    openTab();
    await answered('30d', 1285);
    expect(store.answer.figures()?.sessions).toBe(1285);
  });

  it('tries again when the server has said when', async () => {
    openTab();
    TestBed.tick();
    server
      .expectOne('/figures?period=30d')
      .flush({ code: 'rate_limited' }, { status: 429, statusText: '', headers: { 'Retry-After': '0' } });
    await settled();
    expect(store.answer.problem()?.retryAt).toBeInstanceOf(Date);
    await settled();
    await answered('30d', 1284);
    expect(store.answer.figures()?.sessions).toBe(1284);
  });

  /** Opens the tab as its component does; the function returned leaves it. */
  function openTab(): () => void {
    const tab = createEnvironmentInjector([], TestBed.inject(EnvironmentInjector));
    runInInjectionContext(tab, () => store.answer.showInTab());
    return () => tab.destroy();
  }

  async function answered(asked: Period, sessions: number): Promise<void> {
    TestBed.tick();
    server.expectOne(`/figures?period=${asked}`).flush(figures(sessions));
    await settled();
  }

  async function failed(asked: Period): Promise<void> {
    server.expectOne(`/figures?period=${asked}`).flush({ code: 'internal_error' }, { status: 500, statusText: '' });
    await settled();
  }

  async function settled(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  }
});
