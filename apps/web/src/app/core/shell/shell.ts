import { Component, computed, DOCUMENT, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';

import { BrandMark } from '../../ui/brand-mark.js';
import { Icon } from '../../ui/icon.js';
import { Connection } from '../connection.js';
import { administers } from '../session/access-guards.js';
import { Session } from '../session/session.js';
import { ShellShortcuts } from '../shortcuts/shell-shortcuts.js';
import { AccountMenu } from './account-menu.js';
import { ThemeButton } from './theme-button.js';

/** What stands around every page after log-in: the rail, on a phone the bottom bar, and the account's menu. */
@Component({
  selector: 'fp-shell',
  imports: [AccountMenu, BrandMark, Icon, RouterLink, RouterLinkActive, RouterOutlet, ThemeButton],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
})
export class Shell {
  private readonly document = inject(DOCUMENT);
  private readonly user = inject(Session).user;
  protected readonly administers = computed(() => administers(this.user()));
  protected readonly online = inject(Connection).online;

  constructor() {
    inject(ShellShortcuts);
  }

  /** A fragment link would leave the page, as the base address is the root. */
  protected skip(event: Event): void {
    event.preventDefault();
    this.document.getElementById('main')?.focus();
  }
}
