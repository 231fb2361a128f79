import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';

import { Icon } from '../ui/icon.js';
import { SETTINGS_SECTIONS } from './settings-sections.js';

/** What stands around every page of the settings: the head and the sections, which are links; on a phone in a row. */
@Component({
  selector: 'fp-settings-frame',
  imports: [Icon, RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './settings-frame.html',
  styleUrl: './settings-frame.css',
})
export class SettingsFrame {
  protected readonly sections = SETTINGS_SECTIONS;

  /** On a phone the sections are wider than the screen: the one that is open comes into view. */
  protected reveal(link: HTMLElement, active: boolean): void {
    if (active) link.scrollIntoView({ block: 'nearest', inline: 'center' });
  }
}
