import { Component, computed, effect, inject, input, output, untracked, viewChild } from '@angular/core';

import type { PsaPushDto, SessionDto } from '@flowpilot/contracts';

import { administers } from '../../core/session/access-guards.js';
import { Session } from '../../core/session/session.js';
import { SendCard } from './send-card.js';
import { SessionPushList } from './session-push-list.js';
import { SessionPushes } from './session-pushes.js';

/** What of a session is to reach its ticket, and how far it is on its way. */
@Component({
  selector: 'fp-session-psa',
  imports: [SendCard, SessionPushList],
  template: `
    <fp-send-card [session]="session()" [pushes]="pushes.items() ?? []" [timeZone]="timeZone()" [mayConnect]="mayMend()" (asked)="asked($event)" />
    <fp-session-push-list [sessionId]="session().id" [pushes]="pushes.items()" [problem]="pushes.problem()" [readAt]="pushes.readAt()" [timeZone]="timeZone()" [mayMend]="mayMend()" (changed)="reload()" />
  `,
  styles: ':host { display: contents; }',
  providers: [SessionPushes],
})
export class SessionPsa {
  readonly session = input.required<SessionDto>();
  /** Something has reached the PSA: the session and its timeline are other than before. */
  readonly arrived = output();

  protected readonly pushes = inject(SessionPushes);
  private readonly card = viewChild(SendCard);
  private readonly user = inject(Session).user;
  protected readonly timeZone = computed(() => this.user()?.account?.time_zone ?? 'UTC');
  protected readonly mayMend = computed(() => administers(this.user()));
  private readonly id = computed(() => this.session().id);
  /** Null until the pushes are read. */
  private readonly sent = computed(() => this.pushes.items()?.filter(({ state }) => state === 'sent').length ?? null);

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => void this.pushes.load(id));
    });
    let before: number | null = null;
    effect(() => {
      const sent = this.sent();
      if (before !== null && sent !== null && sent > before) untracked(() => this.arrived.emit());
      before = sent;
    });
  }

  /** A note, time or a status that was typed and not sent. */
  hasChanges(): boolean {
    return this.card()?.hasChanges() ?? false;
  }

  protected asked(push: PsaPushDto): void {
    this.pushes.add(push);
  }

  protected reload(): void {
    void this.pushes.load(this.id());
  }
}
