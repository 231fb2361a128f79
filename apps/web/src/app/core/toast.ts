import { inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';

import type { ServerProblem } from './problem.js';
import { ProblemToast, type ToldProblem } from './problem-toast.js';

const SHOWN_MS = 6000;
/** Long enough to copy the id of the request. */
const PROBLEM_MS = 20_000;
/** Answers that another try may change: too many requests, and those of a server in trouble. */
const TOO_MANY = 429;
const SERVER_ERROR = 500;

/** A short word at the bottom of the page. */
@Injectable({ providedIn: 'root' })
export class Toast {
  private readonly snackBar = inject(MatSnackBar);

  say(message: string): void {
    this.snackBar.open(message, undefined, { duration: SHOWN_MS, politeness: 'polite' });
  }

  /** What could not be done, in a sentence, and why; with the way to try again where that may help. */
  problem(failed: string, { detail, requestId, status }: ServerProblem, retry?: () => void): void {
    const mayPass = status === 0 || status === TOO_MANY || status >= SERVER_ERROR;
    const data: ToldProblem = { text: `${failed} ${detail}`, requestId, mayRetry: retry !== undefined && mayPass };
    const shown = this.snackBar.openFromComponent(ProblemToast, { data, duration: PROBLEM_MS, politeness: 'polite' });
    if (retry) shown.onAction().subscribe(retry);
  }

  /** A word with a way back from what it tells; the answer takes it away early. */
  offer(message: string, action: string, run: () => void): () => void {
    const shown = this.snackBar.open(message, action, { duration: SHOWN_MS, politeness: 'polite' });
    shown.onAction().subscribe(run);
    return () => shown.dismiss();
  }
}
