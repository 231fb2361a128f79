import { Component, input } from '@angular/core';

import { Icon } from '../icon.js';
import type { IconName } from '../icons.js';

/** Nothing to show: what is missing, then (projected) the one thing to do about it. */
@Component({
  selector: 'fp-empty-state',
  imports: [Icon],
  template: `
    <fp-icon [name]="icon()" [size]="20" />
    <h2>{{ heading() }}</h2>
    <p>{{ text() }}</p>
    <div class="acts"><ng-content /></div>
  `,
  styles: '.acts:empty { display: none; }',
  host: { class: 'state' },
})
export class EmptyState {
  readonly heading = input.required<string>();
  readonly text = input('');
  readonly icon = input<IconName>('nothing');
}
