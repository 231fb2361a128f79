import { Component, computed, inject, input } from '@angular/core';

import type { FlowDto } from '@flowpilot/contracts';
import { flowLifetimeFigures } from '@flowpilot/metrics';

import { administers } from '../../../core/session/access-guards.js';
import { Session } from '../../../core/session/session.js';
import { dayAndTime } from '../../../ui/dates.js';
import { counted, percent } from '../../../ui/format.js';
import { type RowsAddress, rowsAddress } from '../../../ui/rows/rows-address.js';
import { RowsLink } from '../../../ui/rows/rows-link.js';

interface Fact {
  readonly figure: string;
  readonly rest: string;
  /** Undefined where nothing is counted, or the person may not see all sessions. */
  readonly rows: RowsAddress | undefined;
  readonly what: string;
}

/** What the flow has done in its whole life, in a line; its figures open their rows, as in the list of flows. */
@Component({
  selector: 'fp-flow-facts',
  imports: [RowsLink],
  template: `
    @for (fact of figures(); track fact.what) {
      <p><fp-rows-link [to]="fact.rows" [what]="fact.what">{{ fact.figure }}</fp-rows-link> {{ fact.rest }}</p>
    }
    @for (moment of moments(); track moment) {
      <p>{{ moment }}</p>
    }
  `,
  styles: ':host { display: flex; flex-wrap: wrap; gap: 2px 20px; }',
})
export class FlowFacts {
  readonly flow = input.required<FlowDto>();

  private readonly user = inject(Session).user;

  protected readonly figures = computed((): Fact[] => {
    const flow = this.flow();
    const { lifetime_usage_count: usage, lifetime_success_rate: success } = flowLifetimeFigures(flow.id);
    const leads = flow.usage_count > 0 && administers(this.user());
    const rowsOf = (figure: typeof usage) => (leads ? rowsAddress(figure.rows) : undefined);
    const sessions = { figure: counted(flow.usage_count, 'session'), rest: 'matched in its whole life', rows: rowsOf(usage), what: `the sessions of ${flow.name}` };
    if (flow.success_rate === null) return [sessions];
    return [sessions, { figure: percent(flow.success_rate), rest: 'resolved', rows: rowsOf(success), what: `the resolved sessions of ${flow.name}` }];
  });
  protected readonly moments = computed(() => {
    const { last_matched_at: matched, updated_at: changed } = this.flow();
    const timeZone = this.user()?.account?.time_zone ?? 'UTC';
    return [matched === null ? 'Never matched' : `Last match ${dayAndTime(matched, timeZone)}`, `Changed ${dayAndTime(changed, timeZone)}`];
  });
}
