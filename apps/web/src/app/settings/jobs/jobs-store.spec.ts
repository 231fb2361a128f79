import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { createEnvironmentInjector, EnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';

import type { JobPageDto, JobRunState } from '@flowpilot/contracts';

import { apiInterceptor } from '../../core/http/api-interceptor.js';
import { JobsStore } from './jobs-store.js';

const JOBS = '/api/v1/jobs';

function page(state: JobRunState): JobPageDto {
  const run = { id: 'run-1', state, trigger: 'demand' as const, started_at: null, duration_ms: null, result: null, error: null };
  return { items: [{ name: 'expired.sweep', schedule: '0 3 * * *', next_run_at: '2026-11-25T03:00:00Z', last_runs: [run] }], next_cursor: null };
}

describe('JobsStore', () => {
  let server: HttpTestingController;
  let scope: EnvironmentInjector;
  let store: JobsStore;

  beforeEach(() => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([apiInterceptor])), provideHttpClientTesting()],
    });
    server = TestBed.inject(HttpTestingController);
    scope = createEnvironmentInjector([JobsStore], TestBed.inject(EnvironmentInjector));
    store = scope.get(JobsStore);
  });

  afterEach(() => {
    jest.useRealTimers();
    server.verify();
  });

  async function answer(state: JobRunState): Promise<void> {
    server.expectOne(JOBS).flush(page(state));
    await jest.advanceTimersByTimeAsync(0);
  }

  it('looks again while a run is open, and no longer', async () => {
    void store.load();
    await answer('running');
    await jest.advanceTimersByTimeAsync(2000);
    await answer('completed');
    expect(store.jobs()?.[0]?.last_runs[0]?.state).toBe('completed');
    await jest.advanceTimersByTimeAsync(60_000);
  });

  it('looks no more once the page is left', async () => {
    void store.load();
    await answer('running');
    scope.destroy();
    await jest.advanceTimersByTimeAsync(60_000);
  });

  it('waits as long as the server says', async () => {
    void store.load();
    await answer('running');
    await jest.advanceTimersByTimeAsync(1500);
    server.expectOne(JOBS).flush({ code: 'rate_limited' }, { status: 429, statusText: '', headers: { 'retry-after': '20' } });
    await jest.advanceTimersByTimeAsync(19_000);
    server.expectNone(JOBS);
    await jest.advanceTimersByTimeAsync(1_000);
    await answer('completed');
    expect(store.problem()).toBeUndefined();
  });

  it('asks for a run, then shows how it stands', async () => {
    void store.run('expired.sweep');
    server.expectOne('/api/v1/jobs/expired.sweep/run').flush({}, { status: 202, statusText: '' });
    await jest.advanceTimersByTimeAsync(0);
    await answer('completed');
    expect(store.jobs()).toHaveLength(1);
  });
});
