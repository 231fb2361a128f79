import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';

import { EmptyState } from '../../ui/states/empty-state.js';
import { Session } from '../session/session.js';
import { accessDenial } from './access-denial.js';

/** In place of a page that this person may not see: says why, and whom to ask. */
@Component({
  selector: 'fp-no-access-page',
  imports: [EmptyState, RouterLink],
  template: `
    <header class="top"><div class="top-row"><h1>No access</h1></div></header>
    <main class="content" id="main" tabindex="-1">
      <section class="card">
        <fp-empty-state icon="lock" [heading]="denial().heading" [text]="denial().text">
          @if (user()?.account) {
            <a class="btn" routerLink="/sessions">Your sessions</a>
          }
        </fp-empty-state>
      </section>
    </main>
  `,
})
export class NoAccessPage {
  protected readonly user = inject(Session).user;

  protected readonly denial = computed(() => accessDenial(this.user()));
}
