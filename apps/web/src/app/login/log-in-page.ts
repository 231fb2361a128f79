import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';

import type { SetupStateDto } from '@flowpilot/contracts';

import { toProblem } from '../core/problem.js';
import { retryLater } from '../core/retry-later.js';
import { pageAfterLogIn } from '../core/session/access-guards.js';
import { Session } from '../core/session/session.js';
import { WholePage } from '../core/session/whole-page.js';
import { BrandMark } from '../ui/brand-mark.js';
import { Icon } from '../ui/icon.js';
import { ErrorState } from '../ui/states/error-state.js';
import { LogInForm } from './log-in-form.js';
import { SetUpForm } from './set-up-form.js';

/** The door: log-in, or on a new server the form that makes the first account. */
@Component({
  selector: 'fp-log-in-page',
  imports: [BrandMark, ErrorState, Icon, LogInForm, SetUpForm],
  templateUrl: './log-in-page.html',
  styleUrl: './log-in-page.css',
})
export class LogInPage {
  /** The page to go to, from the address. */
  readonly return = input<string>();
  /** Whether an earlier log-in has just ended by itself. */
  readonly ended = input<string>();

  private readonly router = inject(Router);
  private readonly page = inject(WholePage);
  private readonly session = inject(Session);
  protected readonly restoreProblem = this.session.restoreProblem;
  private readonly setup = httpResource<SetupStateDto>(() => '/setup');
  /** Whether set-up is open decides which form shows; a server that does not say gets the log-in. */
  protected readonly state = computed<SetupStateDto | undefined>(() => {
    if (this.setup.error()) return { open: false, demo: null };
    return this.setup.hasValue() ? this.setup.value() : undefined;
  });

  protected readonly unreachable = computed(() => {
    const error = this.setup.error();
    if (error === undefined) return false;
    const { code, status } = toProblem(error);
    return code === 'offline' || status >= 500;
  });

  constructor() {
    retryLater(this.restoreProblem, () => void this.restoreAgain());
  }

  /** From the start: a log-in of an earlier visit may still be good. */
  protected startAgain(): void {
    this.page.load(this.router.url);
  }

  /** A log-in of an earlier visit leads on, one that has ended leaves the form. */
  protected async restoreAgain(): Promise<void> {
    await this.session.restoreAgain();
    if (this.session.user() !== undefined) this.goOn();
  }

  protected goOn(): void {
    void this.router.navigateByUrl(pageAfterLogIn(this.return(), this.session.user()));
  }
}
