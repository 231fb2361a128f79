import type { ServerProblem } from '../core/problem.js';
import { logInRefusal } from './log-in-refusal.js';

function problem(code: string, status: number): ServerProblem {
  return { code, status, detail: 'As the server says.', requestId: 'request-1', retryAt: undefined, errors: [] };
}

describe('logInRefusal', () => {
  it('does not say which of the two was wrong', () => {
    expect(logInRefusal(problem('unauthenticated', 401), 0).detail).toBe('This e-mail and password do not belong together.');
    expect(logInRefusal(problem('validation_failed', 422), 0).detail).toBe('This e-mail and password do not belong together.');
  });

  it('counts down to the next attempt', () => {
    expect(logInRefusal(problem('rate_limited', 429), 17).detail).toBe('Too many attempts. You can try again in 17 s.');
    expect(logInRefusal(problem('rate_limited', 429), 0).detail).toContain('You can try again now');
  });

  it('tells a broken connection from a broken server', () => {
    expect(logInRefusal(problem('offline', 0), 0).detail).toContain('Check the connection');
    expect(logInRefusal(problem('internal_error', 500), 0).detail).toBe('The server failed. Try again in a moment.');
  });

  it('repeats what it does not know', () => {
    expect(logInRefusal(problem('conflict', 409), 0).detail).toBe('As the server says.');
  });
});
