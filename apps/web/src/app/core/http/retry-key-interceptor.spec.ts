import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';

import { retryKeyInterceptor } from './retry-key-interceptor.js';

const PATH = '/sessions/1/psa/time-entries';
const TIME = { hours: 0.5 };

describe('retryKeyInterceptor', () => {
  let server: HttpTestingController;
  let http: HttpClient;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([retryKeyInterceptor])), provideHttpClientTesting()],
    });
    server = TestBed.inject(HttpTestingController);
    http = TestBed.inject(HttpClient);
  });

  afterEach(() => {
    server.verify();
  });

  function send(body: unknown = TIME): TestRequest {
    http.post(PATH, body).subscribe({ error: () => undefined });
    return server.expectOne(PATH);
  }

  it.each([
    ['is lost', (sent: TestRequest) => { sent.error(new ProgressEvent('error')); }],
    ['is that the server failed', (sent: TestRequest) => { sent.flush({}, { status: 503, statusText: '' }); }],
  ])('keeps the key of a write whose answer %s', (_, end) => {
    const first = send();
    end(first);
    const again = send();
    expect(keyOf(again)).toBe(keyOf(first));
    again.flush({});
    const later = send();
    expect(keyOf(later)).not.toBe(keyOf(first));
    later.flush({});
  });

  it.each([200, 202, 409, 422])('takes the same for another write once it was answered by %s', (status) => {
    const first = send();
    first.flush({}, { status, statusText: '' });
    const second = send();
    expect(keyOf(second)).not.toBe(keyOf(first));
    second.flush({});
  });

  it('takes what was changed meanwhile for another write, and the same click twice for one', () => {
    const [first, twice, changed] = [send(), send(), send({ hours: 1 })];
    expect(keyOf(twice)).toBe(keyOf(first));
    expect(keyOf(changed)).not.toBe(keyOf(first));
  });

  it.each(['/auth/login', '/me/password', '/setup'])('keeps no password of %s', (path) => {
    http.post(path, { password: 'flowpilot-demo' }).subscribe();
    expect(keyOf(server.expectOne(path))).toBeNull();
  });

  it('leaves reads and files alone', () => {
    http.get(PATH).subscribe();
    expect(keyOf(server.expectOne(PATH))).toBeNull();
    expect(keyOf(send(new FormData()))).toBeNull();
  });
});

function keyOf(call: TestRequest): string | null {
  return call.request.headers.get('Idempotency-Key');
}
