import { Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';

import { BrandMark } from './ui/brand-mark.js';

/** The application: its mark until the first page is there, then the page. */
@Component({
  selector: 'fp-root',
  imports: [BrandMark, RouterOutlet],
  template: `
    @if (!started()) {
      <div class="start" role="status" aria-label="Loading FlowPilot Analytics"><fp-brand-mark /></div>
    }
    <router-outlet />
  `,
  styleUrl: './app.css',
})
export class App {
  protected readonly started = toSignal(
    inject(Router).events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => true),
    ),
    { initialValue: false },
  );
}
