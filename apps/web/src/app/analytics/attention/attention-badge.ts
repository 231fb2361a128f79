import { Component, computed, input } from '@angular/core';

import type { FlowQualityRowDto } from '@flowpilot/contracts';

import { Icon } from '../../ui/icon.js';
import { attentionWords } from './attention-words.js';

/** Why a flow needs attention, a badge a reason. */
@Component({
  selector: 'fp-attention-badge',
  imports: [Icon],
  template: `
    @for (reason of reasons(); track reason.text) {
      <span class="badge poor" [class.line]="reason.doubtful"><fp-icon name="warning" [size]="12" />{{ reason.text }}</span>
    }
  `,
  styles: ':host { display: inline-flex; flex-wrap: wrap; gap: 4px; padding-block: 6px; }',
})
export class AttentionBadge {
  readonly flow = input.required<FlowQualityRowDto>();

  protected readonly reasons = computed(() =>
    this.flow().attention_reasons.map((reason) => attentionWords(reason, this.flow())),
  );
}
