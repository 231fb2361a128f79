import type { ServerProblem } from '../core/problem.js';

/** A refused log-in as the form says it; `seconds` are those left until the server listens again. */
export function logInRefusal(problem: ServerProblem, seconds: number): ServerProblem {
  return { ...problem, detail: sentence(problem, seconds), errors: [] };
}

function sentence({ code, status, detail }: ServerProblem, seconds: number): string {
  if (code === 'rate_limited') {
    return seconds > 0
      ? `Too many attempts. You can try again in ${seconds.toString()} s.`
      : 'Too many attempts before. You can try again now.';
  }
  if (code === 'unauthenticated' || code === 'validation_failed') return 'This e-mail and password do not belong together.';
  if (code === 'offline') return 'The server did not answer. Check the connection, then try again.';
  return status >= 500 ? 'The server failed. Try again in a moment.' : detail;
}
