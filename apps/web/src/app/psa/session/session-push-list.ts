import { Component, computed, inject, input, output } from '@angular/core';

import type { PsaPushDto } from '@flowpilot/contracts';

import type { ServerProblem } from '../../core/problem.js';
import { Card } from '../../ui/card/card.js';
import { dayAndTime } from '../../ui/dates.js';
import { CsvDownload } from '../../ui/download/csv-download.js';
import { Icon } from '../../ui/icon.js';
import { ErrorState } from '../../ui/states/error-state.js';
import { SkeletonRows } from '../../ui/states/skeleton-rows.js';
import { StaleLine } from '../../ui/states/stale-line.js';
import { pushesCsvPath } from '../psa-api.js';
import { PushMending } from '../push-mending.js';
import { PushState } from '../push-state.js';
import { isOpen, KIND_ICONS, KIND_WORDS, pushProgress, pushTitle } from '../push-words.js';

/** The pushes of a session, how each stands, and what can be done about those that did not get through. */
@Component({
  selector: 'fp-session-push-list',
  imports: [Card, CsvDownload, ErrorState, Icon, PushState, SkeletonRows, StaleLine],
  templateUrl: './session-push-list.html',
  styleUrl: './session-push-list.css',
})
export class SessionPushList {
  readonly sessionId = input.required<string>();
  /** Undefined while they load. */
  readonly pushes = input.required<readonly PsaPushDto[] | undefined>();
  readonly problem = input.required<ServerProblem | undefined>();
  /** When they were last read. */
  readonly readAt = input.required<Date | undefined>();
  readonly timeZone = input.required<string>();
  /** Only admins mend what failed. */
  readonly mayMend = input.required<boolean>();
  readonly changed = output();

  private readonly mending = inject(PushMending);
  protected readonly lines = computed(() => this.pushes()?.map((push) => this.line(push)));
  /** Read out when one arrives or fails. */
  protected readonly news = computed(() => {
    const [latest] = this.lines() ?? [];
    return latest === undefined ? '' : `${latest.kind} ${latest.push.state}`;
  });

  protected readonly csvPath = computed(() => pushesCsvPath(this.sessionId()));

  protected async retry(push: PsaPushDto): Promise<void> {
    if (await this.mending.retry(push, () => void this.retry(push))) this.changed.emit();
  }

  protected async dismiss(push: PsaPushDto): Promise<void> {
    if (await this.mending.dismiss(push)) this.changed.emit();
  }

  private line(push: PsaPushDto) {
    const failed = push.state === 'failed';
    const help = failed && !this.mayMend() ? ' An admin can have it tried again.' : '';
    return {
      push,
      icon: KIND_ICONS[push.kind],
      kind: KIND_WORDS[push.kind],
      title: pushTitle(push),
      progress: pushProgress(push, this.timeZone()) + help,
      at: dayAndTime(push.sent_at ?? push.created_at, this.timeZone()),
      canRetry: this.mayMend() && failed,
      canDismiss: this.mayMend() && isOpen(push),
      failed,
    };
  }
}
