import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';

import { apiInterceptor } from '../core/http/api-interceptor.js';
import { wholeList } from './whole-list.js';

describe('wholeList', () => {
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([apiInterceptor])), provideHttpClientTesting()],
    });
    server = TestBed.inject(HttpTestingController);
  });

  afterEach(() => server.verify());

  const settled = () => new Promise((resolve) => setTimeout(resolve));
  const list = () => TestBed.runInInjectionContext(() => wholeList<number>('/users'));

  it('reads page after page', async () => {
    const numbers = list();
    server.expectOne('/api/v1/users?limit=200').flush({ items: [1, 2], next_cursor: 'more' });
    await settled();
    expect(numbers.items()).toBeUndefined();
    server.expectOne('/api/v1/users?limit=200&cursor=more').flush({ items: [3], next_cursor: null });
    await settled();
    expect(numbers.items()).toEqual([1, 2, 3]);
  });

  it('is read anew when the server has said', async () => {
    const numbers = list();
    const soon = { status: 429, statusText: '', headers: { 'retry-after': '0' } };
    server.expectOne('/api/v1/users?limit=200').flush({ code: 'rate_limited' }, soon);
    await settled();
    TestBed.tick();
    await settled();
    server.expectOne('/api/v1/users?limit=200').flush({ items: [1], next_cursor: null });
    await settled();
    expect([numbers.items(), numbers.problem()]).toEqual([[1], undefined]);
  });

  it('shows the latest read, whichever answer comes last', async () => {
    const numbers = list();
    void numbers.load();
    const [first, second] = server.match('/api/v1/users?limit=200');
    second?.flush({ items: [2], next_cursor: null });
    await settled();
    first?.flush({ items: [1], next_cursor: null });
    await settled();
    expect(numbers.items()).toEqual([2]);
  });

  it('keeps what it has when reading it anew fails, and says so', async () => {
    const numbers = list();
    server.expectOne('/api/v1/users?limit=200').flush({ items: [1], next_cursor: null });
    await settled();
    void numbers.load();
    server.expectOne('/api/v1/users?limit=200').error(new ProgressEvent('error'));
    await settled();
    expect([numbers.items(), numbers.problem()?.code]).toEqual([[1], 'offline']);
  });
});
