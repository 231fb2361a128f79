import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';

import type { InvitedDto } from '@flowpilot/contracts';

import { toProblem } from '../core/problem.js';
import { retryLater } from '../core/retry-later.js';
import { firstPageOf } from '../core/session/access-guards.js';
import { Session } from '../core/session/session.js';
import { BrandMark } from '../ui/brand-mark.js';
import { ErrorState } from '../ui/states/error-state.js';
import { AcceptInvitationForm } from './accept-invitation-form.js';

/** Where a link of invitation leads: its token, behind the #, lets one person set a password once. */
@Component({
  selector: 'fp-accept-invitation-page',
  imports: [AcceptInvitationForm, BrandMark, ErrorState, RouterLink],
  templateUrl: './accept-invitation-page.html',
  styleUrl: './log-in-page.css',
})
export class AcceptInvitationPage {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly token = inject(ActivatedRoute).snapshot.fragment ?? '';
  protected readonly invited = httpResource<InvitedDto>(() => ({
    url: '/auth/invitation',
    method: 'POST',
    body: { token: this.token },
  }));
  protected readonly failure = computed(() => {
    const error = this.invited.error();
    return error && toProblem(error);
  });

  constructor() {
    retryLater(this.failure, () => this.invited.reload());
  }

  /** The used link is left behind: going back does not lead to it. */
  protected goOn(): void {
    void this.router.navigateByUrl(firstPageOf(this.session.user()), { replaceUrl: true });
  }
}
