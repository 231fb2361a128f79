import { LiveAnnouncer } from '@angular/cdk/a11y';
import { afterNextRender, DOCUMENT, inject, Injectable, Injector } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Title } from '@angular/platform-browser';
import { NavigationEnd, Router } from '@angular/router';
import { distinctUntilChanged, filter, map } from 'rxjs';

import { UsedLinks } from './used-links.js';

/**
 * Tells a screen reader when the page changes and takes the focus there: to the link that was used where one goes back
 * to it, otherwise to the page's content. A tab or section of the same page leaves the focus where it is.
 */
@Injectable({ providedIn: 'root' })
export class PageChanges {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly title = inject(Title);
  private readonly usedLinks = inject(UsedLinks);
  private content: Element | null = null;

  constructor() {
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        map((event) => event.urlAfterRedirects.split(/[?#]/, 1)[0]),
        distinctUntilChanged(),
        map((_, index) => index === 0),
        takeUntilDestroyed(),
      )
      .subscribe((first) => {
        afterNextRender(() => this.changed(first), { injector: this.injector });
      });
  }

  private changed(first: boolean): void {
    const content = this.document.querySelector('main');
    const isAnother = content !== this.content;
    this.content = content;
    if (first) return; // the browser announces the first page itself
    void this.announcer.announce(this.title.getTitle());
    if (isAnother || this.document.activeElement === this.document.body) this.moveFocus(content);
  }

  private moveFocus(content: Element | null): void {
    const active = this.document.activeElement;
    if (content?.contains(active) || active?.closest('.cdk-overlay-container')) return;
    const place = this.usedLinks.found() ?? this.document.querySelector<HTMLElement>('h1[tabindex], main[tabindex]');
    place?.focus({ preventScroll: true });
  }
}
