import { Component, computed, inject } from '@angular/core';

import { Icon } from '../../ui/icon.js';
import { Theme } from '../theme.js';
import { THEME_ICONS } from './theme-icons.js';

/** Goes round system, light and dark. */
@Component({
  selector: 'fp-theme-button',
  imports: [Icon],
  template: `
    <button class="icon-btn" type="button" [attr.aria-label]="label()" [title]="label()" (click)="theme.choose(theme.next())">
      <fp-icon [name]="icon()" />
    </button>
  `,
})
export class ThemeButton {
  protected readonly theme = inject(Theme);
  protected readonly icon = computed(() => THEME_ICONS[this.theme.choice()]);
  protected readonly label = computed(() => `Theme: ${this.theme.choice()}`);
}
