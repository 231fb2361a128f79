import { httpResource } from '@angular/common/http';
import { Component, computed, linkedSignal, viewChild } from '@angular/core';

import type { AccountDto } from '@flowpilot/contracts';

import { toProblem } from '../../core/problem.js';
import { retryLater } from '../../core/retry-later.js';
import type { HoldsChanges } from '../../core/unsaved-changes.js';
import { Card } from '../../ui/card/card.js';
import { ErrorState } from '../../ui/states/error-state.js';
import { AccountForm } from './account-form.js';
import { AccountSkeleton } from './account-skeleton.js';

/** The account's name, and what its figures hang on: zone, least sample, grace for time entries. */
@Component({
  selector: 'fp-account-page',
  imports: [AccountForm, AccountSkeleton, Card, ErrorState],
  template: `
    @if (account(); as account) {
      <fp-account-form [account]="account" (saved)="this.account.set($event)" />
    } @else if (failure(); as problem) {
      <fp-card heading="Account">
        <fp-error-state heading="Could not load the account" [problem]="problem" stillWorks="Nothing was changed." (retry)="stored.reload()" />
      </fp-card>
    } @else {
      <fp-account-skeleton />
    }
  `,
  host: { '(window:beforeunload)': 'holdBack($event)' },
})
export class AccountPage implements HoldsChanges {
  protected readonly stored = httpResource<AccountDto>(() => '/account');
  protected readonly account = linkedSignal(() => (this.stored.hasValue() ? this.stored.value() : undefined));
  protected readonly failure = computed(() => {
    const error = this.stored.error();
    return error && toProblem(error);
  });
  private readonly form = viewChild(AccountForm);

  constructor() {
    retryLater(this.failure, () => this.stored.reload());
  }

  hasChanges(): boolean {
    return this.form()?.hasChanges() ?? false;
  }

  protected holdBack(event: BeforeUnloadEvent): void {
    if (this.hasChanges()) event.preventDefault();
  }
}
