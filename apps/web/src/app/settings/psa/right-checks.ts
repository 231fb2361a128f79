import { Component, computed, input } from '@angular/core';

import type { PsaConnectionTestDto } from '@flowpilot/contracts';

import { counted } from '../../ui/format.js';
import { Icon } from '../../ui/icon.js';

/** What a test of the connection found, right by right. */
@Component({
  selector: 'fp-right-checks',
  imports: [Icon],
  template: `
    <p class="banner" [class.poor]="!test().ok" role="status">
      <fp-icon [name]="test().ok ? 'check' : 'warning'" /><span>{{ sentence() }}</span>
    </p>
    <ul aria-label="Rights">
      @for (check of test().checks; track check.right) {
        <li>
          <fp-icon [class]="check.ok ? 'good' : 'poor'" [name]="check.ok ? 'check' : 'close'" />
          <span>
            {{ check.right }}<span class="vh">{{ check.ok ? ': works' : ': does not work' }}</span>
            @if (check.message) {
              <span class="sub poor">{{ check.message }}</span>
            }
          </span>
        </li>
      }
    </ul>
  `,
  styles: `
    :host { display: grid; gap: 10px; }
    ul { display: grid; gap: 6px; }
    li { display: flex; gap: 8px; align-items: flex-start; }
    li fp-icon { margin-top: 2px; }
    .sub.poor { color: var(--poor-text); }
  `,
})
export class RightChecks {
  readonly test = input.required<PsaConnectionTestDto>();

  protected readonly sentence = computed(() => {
    const { ok, checks } = this.test();
    if (ok) return 'The connection works, with every right that is needed.';
    const missing = checks.filter((check) => !check.ok);
    return missing.length === 1 ? `Missing: ${missing[0]?.right.toLowerCase() ?? ''}.` : `${counted(missing.length, 'right')} missing.`;
  });
}
