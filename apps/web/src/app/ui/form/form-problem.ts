import { Component, computed, input } from '@angular/core';

import type { ServerProblem } from '../../core/problem.js';
import { Icon } from '../icon.js';

/** What of a problem a form shows. */
export type FormRefusal = Pick<ServerProblem, 'status' | 'detail' | 'requestId' | 'errors'>;

/** Why a form was not taken, above its button; what was typed stays. */
@Component({
  selector: 'fp-form-problem',
  imports: [Icon],
  template: `
    <fp-icon name="warning" />
    <span>
      {{ text() }}
      @if (requestId(); as id) {
        <span class="small">Request <span class="mono">{{ id }}</span></span>
      }
    </span>
  `,
  host: { class: 'banner poor', role: 'alert' },
})
export class FormProblem {
  readonly problem = input.required<FormRefusal>();

  /** Each part that was wrong says so itself. */
  protected readonly text = computed(() => {
    const { detail, errors } = this.problem();
    return errors.length > 0 ? errors.map(({ message }) => sentence(message)).join(' ') : detail;
  });
  /** Only a failure of the server is worth looking up. */
  protected readonly requestId = computed(() => (this.problem().status >= 500 ? this.problem().requestId : undefined));
}

function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1).replace(/\.?$/, '.')}`;
}
