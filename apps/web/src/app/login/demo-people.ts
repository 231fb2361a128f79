import { Component, input, output } from '@angular/core';

import type { DemoAccessDto } from '@flowpilot/contracts';

import { ROLE_NAMES } from '../core/shell/person.js';
import { Icon } from '../ui/icon.js';

/** The demo's log-ins; one press fills in the form. */
@Component({
  selector: 'fp-demo-people',
  imports: [Icon],
  template: `
    <h2>Demo data is loaded</h2>
    <p class="small muted">Choose a role to fill in the form.</p>
    <ul>
      @for (person of demo().people; track person.email) {
        <li>
          <button type="button" [attr.aria-pressed]="chosen() === person.email" (click)="choose.emit(person.email)">
            <span><b>{{ roles[person.role] }}</b><span class="small muted">{{ person.email }}</span></span>
            @if (chosen() === person.email) {
              <fp-icon name="check" />
            }
          </button>
        </li>
      }
    </ul>
    <p class="small muted">Password for {{ demo().people.length === 2 ? 'both' : 'all' }}: <span class="mono">{{ demo().password }}</span></p>
  `,
  styleUrl: './demo-people.css',
  host: { role: 'region', 'aria-label': 'Demo accounts' },
})
export class DemoPeople {
  readonly demo = input.required<DemoAccessDto>();
  /** The e-mail address that stands in the form. */
  readonly chosen = input.required<string>();
  readonly choose = output<string>();

  protected readonly roles = ROLE_NAMES;
}
