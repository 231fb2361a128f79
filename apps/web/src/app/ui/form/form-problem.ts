import { Component, input } from '@angular/core';

import type { ServerProblem } from '../../core/problem.js';
import { Icon } from '../icon.js';

/** Why a form was not taken, above its button; what was typed stays. */
@Component({
  selector: 'fp-form-problem',
  imports: [Icon],
  template: `
    <fp-icon name="warning" />
    <span>
      {{ problem().detail }}
      @if (problem().requestId; as id) {
        <span class="small">Request <span class="mono">{{ id }}</span></span>
      }
    </span>
  `,
  host: { class: 'banner poor', role: 'alert' },
})
export class FormProblem {
  readonly problem = input.required<Pick<ServerProblem, 'detail' | 'requestId'>>();
}
