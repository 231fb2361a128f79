import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';

import { apiInterceptor } from '../http/api-interceptor.js';
import { Session } from './session.js';
import { granted, STRANGER } from './session-fixture.js';
import { WholePage } from './whole-page.js';

const REFRESH = '/api/v1/auth/refresh';

describe('Session', () => {
  let http: HttpTestingController;
  let session: Session;
  const loaded: string[] = [];

  beforeEach(() => {
    localStorage.clear();
    loaded.length = 0;
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        { provide: WholePage, useValue: { load: (address: string) => loaded.push(address) } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    session = TestBed.inject(Session);
  });

  afterEach(() => {
    http.verify();
  });

  it('asks for nothing on a first visit', async () => {
    await session.restore();
    expect(session.user()).toBeUndefined();
  });

  it('takes up the log-in of an earlier visit, once', async () => {
    localStorage.setItem('flowpilot.logged-in', '1');
    const restored = Promise.all([session.restore(), session.restore()]);
    http.expectOne(REFRESH).flush(granted('token-1'));
    await restored;
    expect(session.user()?.email).toBe('admin@demo.test');
    expect(session.accessToken()).toBe('token-1');
  });

  it('keeps the token out of the browser’s storage', async () => {
    const entered = session.logIn('admin@demo.test', 'flowpilot-demo');
    http.expectOne('/api/v1/auth/login').flush(granted('token-1'));
    await entered;
    expect(JSON.stringify([localStorage, sessionStorage])).not.toContain('token-1');
  });

  it('sends one request for refreshes that come together', async () => {
    const tokens = Promise.all([session.refresh(), session.refresh()]);
    http.expectOne(REFRESH).flush(granted('token-2'));
    expect(await tokens).toEqual(['token-2', 'token-2']);
  });

  it('forgets a log-in that the server has ended', async () => {
    localStorage.setItem('flowpilot.logged-in', '1');
    const token = session.refresh();
    http.expectOne(REFRESH).flush({ code: 'unauthenticated' }, { status: 401, statusText: '' });
    expect(await token).toBeUndefined();
    expect(localStorage.getItem('flowpilot.logged-in')).toBeNull();
  });

  it('does not take up the log-in of somebody else', async () => {
    session.accept(granted('token-1'));
    const token = session.refresh();
    http.expectOne(REFRESH).flush(granted('token-2', STRANGER));
    expect(await token).toBeUndefined();
    expect([session.user()?.email, session.accessToken()]).toEqual(['admin@demo.test', 'token-1']);
    expect(session.successor()?.email).toBe('admin@other.test');
  });

  it('goes on when the same person has logged in again elsewhere', async () => {
    session.accept(granted('token-1'));
    for (const user of [STRANGER, undefined]) {
      const token = session.refresh();
      http.expectOne(REFRESH).flush(granted('token-2', user));
      await token;
    }
    expect([session.accessToken(), session.successor()]).toEqual(['token-2', undefined]);
  });

  it('does not take a broken connection for the end of the log-in', async () => {
    localStorage.setItem('flowpilot.logged-in', '1');
    const token = session.refresh();
    http.expectOne(REFRESH).error(new ProgressEvent('error'));
    await expect(token).rejects.toMatchObject({ status: 0 });
    expect(localStorage.getItem('flowpilot.logged-in')).toBe('1');
  });

  it('logs out by leaving the page, so that no figure stays behind', async () => {
    const left = session.logOut();
    http.expectOne('/api/v1/auth/logout').flush(null, { status: 204, statusText: '' });
    await left;
    expect(loaded).toEqual(['/login']);
  });
});
