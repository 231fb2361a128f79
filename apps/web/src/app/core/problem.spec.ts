import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';

import { toProblem } from './problem.js';

const now = new Date('2026-11-24T10:00:00Z');

function refused(status: number, error: unknown, headers: Record<string, string> = {}): HttpErrorResponse {
  return new HttpErrorResponse({ status, error, headers: new HttpHeaders(headers) });
}

const document = { type: 'about:blank', title: 'Not found', status: 404, detail: 'There is no such flow.', code: 'not_found', instance: 'request-1' };

describe('toProblem', () => {
  it('reads a problem document', () => {
    expect(toProblem(refused(404, document))).toEqual({
      code: 'not_found',
      status: 404,
      detail: 'There is no such flow.',
      requestId: 'request-1',
      retryAt: undefined,
      errors: [],
    });
  });

  it('keeps what was wrong with which part', () => {
    const errors = [{ pointer: '/name', message: 'name must not be blank' }];
    expect(toProblem(refused(422, { ...document, errors })).errors).toEqual(errors);
  });

  it('finds the response inside the error of a resource', () => {
    expect(toProblem(new Error('Resource failed', { cause: refused(404, document) })).code).toBe('not_found');
  });

  it('dates Retry-After in seconds and as a date', () => {
    const later = new Date('2026-11-24T10:00:17Z');
    expect(toProblem(refused(429, document, { 'Retry-After': '17' }), now).retryAt).toEqual(later);
    expect(toProblem(refused(429, document, { 'Retry-After': later.toUTCString() }), now).retryAt).toEqual(later);
    expect(toProblem(refused(429, document, { 'Retry-After': 'soon' }), now).retryAt).toBeUndefined();
  });

  it('tells no answer from a bad one', () => {
    expect(toProblem(refused(0, new ProgressEvent('error'))).code).toBe('offline');
    expect(toProblem(refused(502, '<html>Bad gateway</html>')).code).toBe('unknown');
  });

  it('survives anything else', () => {
    expect(toProblem('broken').code).toBe('unknown');
  });
});
