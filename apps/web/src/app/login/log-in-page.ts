import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';

import { pageAfterLogIn } from '../core/session/access-guards.js';
import { BrandMark } from '../ui/brand-mark.js';
import { LogInForm } from './log-in-form.js';
import { SetUpForm } from './set-up-form.js';
import type { SetupState } from './setup-state.js';

/** The door: log-in, or on a new server the form that makes the first account. */
@Component({
  selector: 'fp-log-in-page',
  imports: [BrandMark, LogInForm, SetUpForm],
  templateUrl: './log-in-page.html',
  styleUrl: './log-in-page.css',
})
export class LogInPage {
  /** The page to go to, from the address. */
  readonly return = input<string>();
  /** Whether an earlier log-in has just ended by itself. */
  readonly ended = input<string>();

  private readonly router = inject(Router);
  private readonly setup = httpResource<SetupState>(() => '/setup');
  /** Whether set-up is open decides which form shows; a server that does not say gets the log-in. */
  protected readonly state = computed<SetupState | undefined>(() => {
    if (this.setup.error()) return { open: false };
    return this.setup.hasValue() ? this.setup.value() : undefined;
  });

  protected goOn(): void {
    void this.router.navigateByUrl(pageAfterLogIn(this.return()));
  }
}
