import { OverlayContainer } from '@angular/cdk/overlay';
import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatDialog } from '@angular/material/dialog';
import { provideRouter, Router } from '@angular/router';
import { jest } from '@jest/globals';

import { apiInterceptor } from './api-interceptor.js';
import { retryKeyInterceptor } from './retry-key-interceptor.js';
import { turnInterceptor } from './turn-interceptor.js';

const NOTE = '/api/v1/sessions/1/psa/notes';
const CSV = '/api/v1/users.csv';

@Component({ template: '' })
class Empty {}

describe('turnInterceptor', () => {
  let server: HttpTestingController;
  let http: HttpClient;
  let answers: unknown[];

  beforeEach(() => {
    jest.useFakeTimers();
    document.body.innerHTML = '<form><input id="text" /></form><input id="other" />';
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([retryKeyInterceptor, turnInterceptor, apiInterceptor])),
        provideHttpClientTesting(),
        provideRouter([{ path: '**', component: Empty }]),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
      ],
    });
    server = TestBed.inject(HttpTestingController);
    http = TestBed.inject(HttpClient);
    answers = [];
  });

  afterEach(() => {
    jest.useRealTimers();
    server.verify();
  });

  const typed = (id: string) => document.getElementById(id)?.dispatchEvent(new Event('input', { bubbles: true }));
  const said = () => {
    TestBed.tick();
    return TestBed.inject(OverlayContainer).getContainerElement().textContent;
  };

  function send(): TestRequest {
    document.getElementById('text')?.focus();
    listen(http.post('/sessions/1/psa/notes', { text: 'It was the cable.' }));
    return server.expectOne(NOTE);
  }

  function download(): TestRequest {
    listen(http.get('/users.csv', { responseType: 'blob' }));
    return server.expectOne(CSV);
  }

  function listen(sent: ReturnType<HttpClient['get']>): void {
    sent.subscribe({ next: (answer) => answers.push(answer), error: ({ status }: { status: number }) => answers.push(status) });
  }

  it('sends a write again when the server has said, as the same one, and says so', () => {
    const first = send();
    refuse(first, 12);
    expect(said()).toContain('Trying again in 12 s.');
    jest.advanceTimersByTime(11_900);
    server.expectNone(NOTE);
    jest.advanceTimersByTime(100);
    const again = server.expectOne(NOTE);
    expect(keyOf(again)).toBe(keyOf(first));
    expect(again.request.body).toEqual({ text: 'It was the cable.' });
    again.flush({ id: 'push-1' });
    expect(answers).toEqual([{ id: 'push-1' }]);
    jest.advanceTimersByTime(1000);
    expect(said()).not.toContain('Trying again');
  });

  it('takes the choice that has begun a write for no other word', () => {
    const choice = document.getElementById('text');
    let first: TestRequest | undefined;
    choice?.addEventListener('change', () => { first = send(); }, { once: true });
    choice?.dispatchEvent(new Event('change', { bubbles: true }));
    if (first) refuse(first, 12);
    expect(said()).toContain('Trying again in 12 s.');
    jest.advanceTimersByTime(12_000);
    server.expectOne(NOTE).flush({ id: 'push-1' });
    expect(answers).toEqual([{ id: 'push-1' }]);
  });

  it('sends a download again', () => {
    refuse(download(), 5);
    jest.advanceTimersByTime(5000);
    const file = new Blob(['Name']);
    server.expectOne(CSV).flush(file);
    expect(answers).toEqual([file]);
  });

  it('gives up after a while', () => {
    refuse(send(), 1);
    for (let turn = 1; turn <= 3; turn += 1) {
      jest.advanceTimersByTime(1000);
      refuse(server.expectOne(NOTE), 1);
    }
    jest.advanceTimersByTime(60_000);
    expect(answers).toEqual([429]);
  });

  it.each([
    ['that is another failure', 503, '2'],
    ['that names no time', 429, undefined],
    ['that names one far off', 429, '900'],
  ])('hands on a refusal %s', (_, status, after) => {
    send().flush({}, { status, statusText: '', headers: after === undefined ? {} : { 'retry-after': after } });
    jest.advanceTimersByTime(1_000_000);
    expect(answers).toEqual([status]);
  });

  it.each<[string, () => void]>([
    ['the page is left', () => void TestBed.inject(Router).navigateByUrl('/flows')],
    ['the form says something else', () => typed('text')],
    ['the person stops it', () => TestBed.inject(OverlayContainer).getContainerElement().querySelector('button')?.click()],
  ])('is not sent once %s', (_, goOn) => {
    refuse(send(), 5);
    said();
    goOn();
    jest.advanceTimersByTime(60_000);
    expect(answers).toEqual([429]);
  });

  it('is not sent once the form has said something else before the refusal came', () => {
    const sent = send();
    typed('text');
    refuse(sent, 5);
    jest.advanceTimersByTime(60_000);
    expect(answers).toEqual([429]);
  });

  it('is not sent once its dialog is closed', () => {
    const dialog = TestBed.inject(MatDialog).open(Empty);
    refuse(send(), 5);
    dialog.close();
    jest.advanceTimersByTime(60_000);
    expect(answers).toEqual([429]);
  });

  it('is sent all the same when another form is filled in', () => {
    refuse(send(), 5);
    typed('other');
    jest.advanceTimersByTime(5000);
    server.expectOne(NOTE).flush('sent');
    expect(answers).toEqual(['sent']);
  });

  it('leaves reads and log-ins to those who show them', () => {
    listen(http.get('/users'));
    refuse(server.expectOne('/api/v1/users'), 1);
    listen(http.post('/auth/login', {}));
    refuse(server.expectOne('/api/v1/auth/login'), 1);
    jest.advanceTimersByTime(60_000);
    expect(answers).toEqual([429, 429]);
  });
});

function refuse(call: TestRequest, seconds: number): void {
  const document = { code: 'rate_limited', detail: 'Too many requests.' };
  const body = call.request.responseType === 'blob' ? new Blob([JSON.stringify(document)]) : document;
  call.flush(body, { status: 429, statusText: '', headers: { 'retry-after': seconds.toString() } });
}

function keyOf(call: TestRequest): string | null {
  return call.request.headers.get('Idempotency-Key');
}
