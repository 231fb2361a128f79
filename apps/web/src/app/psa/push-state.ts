import { Component, computed, input } from '@angular/core';

import type { PushState as State } from '@flowpilot/metrics';

import { Icon } from '../ui/icon.js';
import { STATE_WORDS } from './push-words.js';

/** How a push stands: shape, word and tone. */
@Component({
  selector: 'fp-push-state',
  imports: [Icon],
  template: `<span class="standing" [class]="words().tone"><fp-icon [name]="words().icon" />{{ words().label }}</span>`,
  styles: '.standing { display: inline-flex; align-items: center; gap: 6px; font-weight: 500; white-space: nowrap; }',
})
export class PushState {
  readonly state = input.required<State>();

  protected readonly words = computed(() => STATE_WORDS[this.state()]);
}
