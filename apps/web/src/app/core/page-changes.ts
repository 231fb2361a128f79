import { LiveAnnouncer } from '@angular/cdk/a11y';
import { afterNextRender, DOCUMENT, inject, Injectable, Injector } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Title } from '@angular/platform-browser';
import { NavigationEnd, Router } from '@angular/router';
import { distinctUntilChanged, filter, map, skip } from 'rxjs';

/** Tells a screen reader when the page changes, and gives the focus a place when the change has removed its own. */
@Injectable({ providedIn: 'root' })
export class PageChanges {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly title = inject(Title);

  constructor() {
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        map((event) => event.urlAfterRedirects.split(/[?#]/, 1)[0]),
        distinctUntilChanged(),
        skip(1), // the browser announces the first page itself
        takeUntilDestroyed(),
      )
      .subscribe(() => afterNextRender(() => this.changed(), { injector: this.injector }));
  }

  private changed(): void {
    void this.announcer.announce(this.title.getTitle());
    if (this.document.activeElement === this.document.body) {
      this.document.querySelector<HTMLElement>('main, h1')?.focus({ preventScroll: true });
    }
  }
}
