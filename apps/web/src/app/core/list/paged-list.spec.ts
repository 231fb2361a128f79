import { jest } from '@jest/globals';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';

import { LastWrite } from '../last-write.js';
import { PagedList } from './paged-list.js';

describe('PagedList', () => {
  let server: HttpTestingController;
  let list: PagedList<number>;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    server = TestBed.inject(HttpTestingController);
    list = TestBed.runInInjectionContext(() => new PagedList<number>('/rows'));
  });
  afterEach(() => {
    jest.useRealTimers();
    server.verify();
  });

  const later = (seconds: number) =>
    [{ code: 'rate_limited', detail: 'Wait.' }, { status: 429, statusText: 'No', headers: { 'retry-after': `${seconds}` } }] as const;

  const answer = async (query: string, items: number[], next: string | null = null) => {
    server.expectOne(`/rows?${query}`).flush({ items, next_cursor: next });
    await new Promise((resolve) => setTimeout(resolve));
  };

  it('grows page by page', async () => {
    void list.show('a=1');
    await answer('a=1&limit=50', [1, 2], 'c');
    expect([list.items(), list.hasMore()]).toEqual([[1, 2], true]);
    void list.more();
    await answer('a=1&limit=50&cursor=c', [3]);
    expect([list.items(), list.hasMore()]).toEqual([[1, 2, 3], false]);
  });

  it('is kept for the same query, and read anew after a write, as long as before', async () => {
    void list.show('a=1');
    await answer('a=1&limit=50', Array.from({ length: 50 }, (_, row) => row), 'c');
    void list.more();
    await answer('a=1&limit=50&cursor=c', Array.from({ length: 50 }, (_, row) => row), 'd');
    void list.show('a=1');
    TestBed.inject(LastWrite).note();
    void list.show('a=1');
    await answer('a=1&limit=100', Array.from({ length: 100 }, (_, row) => row), 'd');
    expect(list.items()).toHaveLength(100);
  });

  it('forgets the rows of another query, whose late answer changes nothing', async () => {
    void list.show('a=1');
    void list.show('a=2');
    expect(list.items()).toBeUndefined();
    await answer('a=1&limit=50', [1]);
    await answer('a=2&limit=50', [2]);
    expect(list.items()).toEqual([2]);
  });

  it('tries again what was refused for a while, when the server has said', async () => {
    jest.useFakeTimers();
    void list.show('a=1');
    server.expectOne('/rows?a=1&limit=50').flush(...later(5));
    await jest.advanceTimersByTimeAsync(4900);
    expect(list.problem()?.retryAt).toBeDefined();
    server.expectNone('/rows?a=1&limit=50');
    await jest.advanceTimersByTimeAsync(200);
    server.expectOne('/rows?a=1&limit=50').flush({ items: [1], next_cursor: 'c' });
    await jest.advanceTimersByTimeAsync(0);
    void list.more();
    server.expectOne('/rows?a=1&limit=50&cursor=c').flush(...later(2));
    await jest.advanceTimersByTimeAsync(2100);
    server.expectOne('/rows?a=1&limit=50&cursor=c').flush({ items: [2], next_cursor: null });
    await jest.advanceTimersByTimeAsync(0);
    expect([list.problem(), list.items()]).toEqual([undefined, [1, 2]]);
  });

  it('tells from when the rows are that could not be read anew', async () => {
    void list.show('a=1');
    await answer('a=1&limit=50', [1]);
    expect(list.staleSince()).toBeUndefined();
    void list.reload();
    server.expectOne('/rows?a=1&limit=50').flush({ code: 'internal', detail: 'No.' }, { status: 500, statusText: 'No' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(list.staleSince()).toBe(list.readAt());
    void list.retry();
    await answer('a=1&limit=50', [1]);
    expect(list.staleSince()).toBeUndefined();
  });

  it('says why it could not be read, and tries again', async () => {
    void list.show('a=1');
    server.expectOne('/rows?a=1&limit=50').flush({ code: 'internal', detail: 'No.' }, { status: 500, statusText: 'No' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(list.problem()?.detail).toBe('No.');
    void list.reload();
    await answer('a=1&limit=50', [1]);
    expect([list.problem(), list.items()]).toEqual([undefined, [1]]);
  });

  it('tries again what has failed: the next page, not the rows that stand', async () => {
    void list.show('a=1');
    await answer('a=1&limit=50', [1], 'c');
    void list.more();
    server.expectOne('/rows?a=1&limit=50&cursor=c').flush({ code: 'internal', detail: 'No.' }, { status: 500, statusText: 'No' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(list.staleSince()).toBeUndefined();
    void list.retry();
    await answer('a=1&limit=50&cursor=c', [2]);
    expect([list.problem(), list.items()]).toEqual([undefined, [1, 2]]);
  });
});
