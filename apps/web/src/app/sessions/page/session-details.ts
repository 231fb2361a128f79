import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { SessionDto } from '@flowpilot/contracts';

import { Directory } from '../../core/directory/directory.js';
import { Card } from '../../ui/card/card.js';
import { STATUS_WORDS } from '../session-words.js';
import { problemFacts, psaFacts, timeFacts } from './session-facts.js';

/** The facts of a session, and the way to change them. */
@Component({
  selector: 'fp-session-details',
  imports: [Card, RouterLink],
  templateUrl: './session-details.html',
  styles: `
    :host { display: contents; }
    .status-word { display: inline-flex; align-items: center; gap: 8px; }
    .flow { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: flex-end; column-gap: 10px; }
    dd { overflow-wrap: anywhere; }
  `,
})
export class SessionDetails {
  readonly session = input.required<SessionDto>();
  readonly timeZone = input.required<string>();
  readonly edited = output();
  readonly matched = output();

  private readonly directory = inject(Directory);
  protected readonly status = computed(() => STATUS_WORDS[this.session().status]);
  protected readonly flow = computed(() => {
    const id = this.session().matched_flow_id;
    return id === null ? undefined : { id, name: this.directory.flowName(id) ?? 'Its flow' };
  });
  protected readonly facts = computed(() => [
    ...problemFacts(this.session(), this.directory),
    ...timeFacts(this.session(), this.timeZone()),
  ]);
  protected readonly psa = computed(() => psaFacts(this.session()));
}
