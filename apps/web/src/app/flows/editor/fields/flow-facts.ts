import { Component, computed, inject, input } from '@angular/core';

import type { FlowDto } from '@flowpilot/contracts';

import { Session } from '../../../core/session/session.js';
import { dayAndTime } from '../../../ui/dates.js';
import { counted, percent } from '../../../ui/format.js';

/** What the flow has done in its whole life, in a line. */
@Component({
  selector: 'fp-flow-facts',
  template: `
    @for (fact of facts(); track fact) {
      <span>{{ fact }}</span>
    }
  `,
  styles: ':host { display: flex; flex-wrap: wrap; gap: 2px 20px; }',
})
export class FlowFacts {
  readonly flow = input.required<FlowDto>();

  private readonly user = inject(Session).user;

  protected readonly facts = computed(() => {
    const flow = this.flow();
    const timeZone = this.user()?.account?.time_zone ?? 'UTC';
    const when = (instant: string) => dayAndTime(instant, timeZone);
    return [
      `${counted(flow.usage_count, 'session')} matched in its whole life`,
      ...(flow.success_rate === null ? [] : [`${percent(flow.success_rate)} resolved`]),
      flow.last_matched_at === null ? 'Never matched' : `Last match ${when(flow.last_matched_at)}`,
      `Changed ${when(flow.updated_at)}`,
    ];
  });
}
