import { Problem } from '../http/problem.js';

/** What is kept of a failed run: a reason for people. The cause itself goes to the log only. */
export class JobFailure extends Error {
  readonly reason: string;

  constructor(error: unknown, runId: string) {
    const reason =
      error instanceof Problem ? error.detail : `The run failed unexpectedly; the log names the cause under ${runId}.`;
    super(reason);
    this.reason = reason;
  }
}
