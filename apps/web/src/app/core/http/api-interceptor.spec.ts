import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';

import { LastWrite } from '../last-write.js';
import { LogInAgain } from '../session/log-in-again.js';
import { Session } from '../session/session.js';
import { granted, STRANGER } from '../session/session-fixture.js';
import { apiInterceptor } from './api-interceptor.js';

const FLOW = '/api/v1/flows/1';
const REFRESH = '/api/v1/auth/refresh';

describe('apiInterceptor', () => {
  let server: HttpTestingController;
  let http: HttpClient;
  let tokenAfterAsking: string | undefined;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        { provide: LogInAgain, useValue: { ask: () => Promise.resolve(tokenAfterAsking) } },
      ],
    });
    server = TestBed.inject(HttpTestingController);
    http = TestBed.inject(HttpClient);
    TestBed.inject(Session).accept(granted('token-1'));
  });

  afterEach(() => {
    server.verify();
  });

  it('puts paths under the base and sends the token', async () => {
    const answer = firstValueFrom(http.get('/flows/1'));
    const call = server.expectOne(FLOW);
    expect(tokenOf(call)).toBe('Bearer token-1');
    call.flush({});
    await answer;
  });

  it('sends no token where log-ins are made', () => {
    http.post('/auth/login', {}).subscribe();
    expect(tokenOf(server.expectOne('/api/v1/auth/login'))).toBeNull();
  });

  it('refreshes an expired token and sends the request again', async () => {
    const answer = firstValueFrom(http.get('/flows/1'));
    expired(server.expectOne(FLOW));
    server.expectOne(REFRESH).flush(granted('token-2'));
    await settled();
    const again = server.expectOne(FLOW);
    expect(tokenOf(again)).toBe('Bearer token-2');
    again.flush({ name: 'VPN drops' });
    expect(await answer).toEqual({ name: 'VPN drops' });
  });

  it('refreshes once for all requests that fail together', async () => {
    const answers = Promise.all([firstValueFrom(http.get('/flows/1')), firstValueFrom(http.get('/flows/2'))]);
    expired(server.expectOne(FLOW));
    expired(server.expectOne('/api/v1/flows/2'));
    server.expectOne(REFRESH).flush(granted('token-2'));
    await settled();
    server.expectOne(FLOW).flush(1);
    server.expectOne('/api/v1/flows/2').flush(2);
    expect(await answers).toEqual([1, 2]);
  });

  it('asks for the password when it cannot be refreshed, and sends the request again', async () => {
    tokenAfterAsking = 'token-3';
    const answer = firstValueFrom(http.post('/flows/1', { name: 'VPN drops' }));
    expired(server.expectOne(FLOW));
    expired(server.expectOne(REFRESH));
    await settled();
    const again = server.expectOne(FLOW);
    expect([tokenOf(again), again.request.body]).toEqual(['Bearer token-3', { name: 'VPN drops' }]);
    again.flush({});
    await answer;
  });

  it.each(['GET', 'PATCH'])('never sends a %s again as somebody else', async (method) => {
    tokenAfterAsking = undefined;
    const answer = firstValueFrom(http.request(method, '/account', { body: method === 'GET' ? null : { name: 'Typed by another' } }));
    expired(server.expectOne('/api/v1/account'));
    server.expectOne(REFRESH).flush(granted('token-2', STRANGER));
    await expect(answer).rejects.toMatchObject({ status: 401 });
  });

  it('does not try for ever', async () => {
    tokenAfterAsking = undefined;
    const answer = firstValueFrom(http.get('/flows/1'));
    expired(server.expectOne(FLOW));
    expired(server.expectOne(REFRESH));
    await expect(answer).rejects.toMatchObject({ status: 401 });
  });

  it('notes writes that have succeeded', async () => {
    const lastWrite = TestBed.inject(LastWrite);
    const before = new Date(Date.now());
    const read = firstValueFrom(http.get('/flows/1'));
    server.expectOne(FLOW).flush({});
    await read;
    expect(lastWrite.isAfter(before)).toBe(false);
    const write = firstValueFrom(http.patch('/flows/1', {}));
    server.expectOne(FLOW).flush({});
    await write;
    expect(lastWrite.isAfter(before)).toBe(true);
  });
});

function tokenOf(call: TestRequest): string | null {
  return call.request.headers.get('Authorization');
}

function expired(call: TestRequest): void {
  call.flush({ code: 'unauthenticated' }, { status: 401, statusText: '' });
}

/** Lets promises between two requests run. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
