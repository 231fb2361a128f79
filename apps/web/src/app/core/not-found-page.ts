import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

import { EmptyState } from '../ui/states/empty-state.js';

/** An address that leads nowhere. */
@Component({
  selector: 'fp-not-found-page',
  imports: [EmptyState, RouterLink],
  template: `
    <header class="top"><div class="top-row"><h1>Not found</h1></div></header>
    <main class="content" id="main" tabindex="-1">
      <section class="card">
        <fp-empty-state heading="There is no such page" text="The address may be old, or mistyped.">
          <a class="btn" routerLink="/analytics">Go to Analytics</a>
        </fp-empty-state>
      </section>
    </main>
  `,
})
export class NotFoundPage {}
