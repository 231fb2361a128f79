import { computed, inject, Injectable, signal } from '@angular/core';

import type { PsaPushDto, UnloggedSessionDto, UnloggedTimeEntryDto } from '@flowpilot/contracts';

import { toProblem } from '../../core/problem.js';
import { Toast } from '../../core/toast.js';
import { counted } from '../../ui/format.js';
import { awaited } from '../awaited.js';
import { lookWhile } from '../look-while.js';
import { PsaApi } from '../psa-api.js';
import { isMoving } from '../push-words.js';

/** The most entries that one request may ask for. */
const BATCH = 100;

/** The time entries that were asked for on this page, and what became of each. */
@Injectable()
export class UnloggedLog {
  private readonly api = inject(PsaApi);
  private readonly toast = inject(Toast);
  private readonly asked = signal<ReadonlyMap<string, string>>(new Map());
  private readonly pushes = signal<ReadonlyMap<string, PsaPushDto>>(new Map());
  private readonly refused = signal<ReadonlyMap<string, string>>(new Map());
  private readonly sending = signal<ReadonlySet<string>>(new Set());

  readonly busy = computed(() => this.sending().size > 0);

  constructor() {
    lookWhile(
      () => awaited([...this.pushes().values()]),
      () => this.look(),
    );
  }

  pushOf({ session_id: id, open_push_id: open }: UnloggedSessionDto): PsaPushDto | undefined {
    return this.pushes().get(this.asked().get(id) ?? open ?? '');
  }

  isAsked(sessionId: string): boolean {
    return this.asked().has(sessionId);
  }

  refusalOf(sessionId: string): string | undefined {
    return this.refused().get(sessionId);
  }

  isSending(sessionId: string): boolean {
    return this.sending().has(sessionId);
  }

  /** Asks for them; each is accepted or refused by itself. */
  async send(entries: readonly UnloggedTimeEntryDto[]): Promise<void> {
    this.sending.set(new Set(entries.map(({ session_id: id }) => id)));
    try {
      let accepted = 0;
      for (let first = 0; first < entries.length; first += BATCH) accepted += await this.sendBatch(entries.slice(first, first + BATCH));
      this.toast.say(outcome(accepted, entries.length - accepted));
    } catch (error) {
      // Of several batches some may have gone.
      const left = () => entries.filter(({ session_id: id }) => !this.isAsked(id));
      this.toast.problem('Could not log the time.', toProblem(error), () => void this.send(left()));
    } finally {
      this.sending.set(new Set());
    }
  }

  /** How the entries asked for stand now; a failure is no error here, the next look may succeed. */
  async look(): Promise<void> {
    try {
      const wanted = new Set([...this.pushes().values()].filter(isMoving).map(({ id }) => id));
      for await (const latest of this.api.latestTimeEntries()) {
        this.pushes.update((known) => new Map([...known, ...latest.map((push) => [push.id, push] as const)]));
        for (const { id } of latest) wanted.delete(id);
        if (wanted.size === 0) break;
      }
    } catch {
      // What is known stays.
    }
  }

  private async sendBatch(entries: UnloggedTimeEntryDto[]): Promise<number> {
    const { accepted, entries: answers } = await this.api.logUnlogged(entries);
    const [asked, pushes, refused] = [new Map(this.asked()), new Map(this.pushes()), new Map(this.refused())];
    for (const { session_id: id, push, error } of answers) {
      if (push === null) refused.set(id, error ?? 'It was refused');
      else {
        refused.delete(id);
        asked.set(id, push.id);
        pushes.set(push.id, push);
      }
    }
    this.asked.set(asked);
    this.pushes.set(pushes);
    this.refused.set(refused);
    return accepted;
  }
}

/** `3 time entries are on their way, 1 was refused` */
function outcome(accepted: number, refused: number): string {
  const went = accepted === 1 ? '1 time entry is on its way' : `${counted(accepted, 'time entry', 'time entries')} are on their way`;
  return refused === 0 ? went : `${went}, ${refused === 1 ? '1 was' : `${refused.toString()} were`} refused`;
}
