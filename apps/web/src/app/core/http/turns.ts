import { DOCUMENT, inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { NavigationStart, Router } from '@angular/router';
import { defer, EMPTY, filter, finalize, fromEvent, map, merge, type Observable, race, ReplaySubject, retry, throwError, timer } from 'rxjs';

import { toProblem } from '../problem.js';
import { WaitingToast } from './waiting-toast.js';

/** A server that refuses oftener than this means it. */
const MOST_TRIES = 3;
/** Nobody waits longer than this for what they have pressed. */
const LONGEST_MS = 120_000;

/** Sends what came too soon again, once the server will hear it. */
@Injectable({ providedIn: 'root' })
export class Turns {
  private readonly document = inject(DOCUMENT);
  private readonly dialogs = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly snackBar = inject(MatSnackBar);

  /** Fails with the refusal where its turn does not come, or comes to nobody: the person has gone on meanwhile. */
  sent<T>(request: Observable<T>, isWrite: boolean): Observable<T> {
    return defer(() => {
      const goneOn = new ReplaySubject<unknown>(1);
      const watched = this.goingOn(isWrite).subscribe(goneOn);
      const delay = (refusal: unknown) => this.turn(refusal, goneOn);
      return request.pipe(
        retry({ count: MOST_TRIES, delay }),
        finalize(() => watched.unsubscribe()),
      );
    });
  }

  private turn(refusal: unknown, goneOn: Observable<unknown>): Observable<unknown> {
    const { status, retryAt } = toProblem(refusal);
    const comes = status === 429 && retryAt !== undefined && retryAt.getTime() - Date.now() <= LONGEST_MS;
    return comes ? this.wait(retryAt, goneOn, refusal) : throwError(() => refusal);
  }

  private wait(until: Date, goneOn: Observable<unknown>, refusal: unknown): Observable<unknown> {
    const toast = this.snackBar.openFromComponent(WaitingToast, { data: until, politeness: 'polite' });
    const stopped = merge(goneOn, toast.onAction()).pipe(
      map(() => {
        throw refusal;
      }),
    );
    return race(stopped, timer(until)).pipe(finalize(() => toast.dismiss()));
  }

  /** Another page or other filters, the end of the dialog that asked, or another word in the form that did. */
  private goingOn(isWrite: boolean): Observable<unknown> {
    const left = this.router.events.pipe(filter((event) => event instanceof NavigationStart));
    const closed = this.dialogs.openDialogs.at(-1)?.beforeClosed() ?? EMPTY;
    if (!isWrite) return merge(left, closed);
    const form = this.document.activeElement?.closest('form, tr') ?? this.document;
    // On its way down: the event that has begun the write is on its way up by now, and no other word.
    const typed = ['input', 'change'].map((name) => fromEvent(form, name, { capture: true }));
    return merge(left, closed, ...typed);
  }
}
