import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { SessionTimelineDto } from '@flowpilot/contracts';

import { Card } from '../../ui/card/card.js';
import { calendarDay } from '../../ui/dates.js';
import { Icon } from '../../ui/icon.js';
import { timelineLines } from './timeline-lines.js';

/** What happened to the session, oldest first. */
@Component({
  selector: 'fp-session-timeline',
  imports: [Card, Icon, RouterLink],
  templateUrl: './session-timeline.html',
  styleUrl: './session-timeline.css',
})
export class SessionTimeline {
  readonly timeline = input.required<SessionTimelineDto>();
  readonly timeZone = input.required<string>();

  protected readonly lines = computed(() => timelineLines(this.timeline().items, this.timeZone()));
  protected readonly begun = computed(() => {
    const first = this.timeline().items[0];
    return first === undefined ? '' : `${calendarDay(first.at, this.timeZone())}, ${this.timeZone()}`;
  });
}
