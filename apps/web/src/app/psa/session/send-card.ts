import { Component, computed, effect, inject, input, linkedSignal, output, resource, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { PsaPushDto, PushDraftDto, SessionDto } from '@flowpilot/contracts';
import { PUSH_KINDS, type PushKind } from '@flowpilot/metrics';

import { toProblem } from '../../core/problem.js';
import { Toast } from '../../core/toast.js';
import { Card } from '../../ui/card/card.js';
import { ErrorState } from '../../ui/states/error-state.js';
import { Skeleton } from '../../ui/states/skeleton.js';
import { PsaApi } from '../psa-api.js';
import { KIND_WORDS } from '../push-words.js';
import { alreadyAsked } from './already-asked.js';
import { NoteForm } from './note-form.js';
import { StatusForm } from './status-form.js';
import { TimeForm } from './time-form.js';

/** Sends a note, time or a status of the session to its ticket; the forms begin with what is known. */
@Component({
  selector: 'fp-send-card',
  imports: [Card, ErrorState, NoteForm, RouterLink, Skeleton, StatusForm, TimeForm],
  templateUrl: './send-card.html',
  styleUrl: './send-card.css',
})
export class SendCard {
  readonly session = input.required<SessionDto>();
  /** Of the session, so that nothing is sent twice unawares. */
  readonly pushes = input.required<readonly PsaPushDto[]>();
  readonly timeZone = input.required<string>();
  readonly mayConnect = input.required<boolean>();
  readonly asked = output<PsaPushDto>();

  private readonly api = inject(PsaApi);
  private readonly toast = inject(Toast);
  private readonly noteForm = viewChild(NoteForm);
  private readonly timeForm = viewChild(TimeForm);
  private readonly statusForm = viewChild(StatusForm);
  protected readonly kinds = PUSH_KINDS.map((kind) => ({ kind, label: KIND_WORDS[kind] }));
  /** What the draft is made of. */
  private readonly source = computed(
    () => {
      const { id, psa_ticket_id: ticket, status, summary, matched_flow_id: flow } = this.session();
      return { id, made: JSON.stringify([ticket, status, summary, flow]) };
    },
    { equal: (a, b) => a.id === b.id && a.made === b.made },
  );
  protected readonly draft = resource({ params: () => this.source(), loader: ({ params }) => this.api.draft(params.id) });
  /** Stays while it is made anew. */
  protected readonly ready = linkedSignal<PushDraftDto | undefined, PushDraftDto | undefined>({
    source: () => (this.draft.hasValue() ? this.draft.value() : undefined),
    computation: (draft, before) => draft ?? before?.value,
  });
  protected readonly problem = computed(() => {
    const error = this.draft.error();
    return error && toProblem(error);
  });
  private readonly sessionId = computed(() => this.session().id);
  /** What the session lacks is offered first; what changes later takes no form away, nor opens one. */
  protected readonly chosen = linkedSignal<string, PushKind | undefined>({
    source: this.sessionId,
    computation: () => untracked(() => firstKind(this.session())),
  });
  protected readonly already = computed(() => {
    const kind = this.chosen();
    return kind === undefined ? '' : alreadyAsked(kind, this.pushes(), this.session(), this.timeZone());
  });

  constructor() {
    // Unread, the draft before would be gone when the next one is asked for.
    effect(() => {
      this.ready();
    });
  }

  hasChanges(): boolean {
    return [this.noteForm(), this.timeForm(), this.statusForm()].some((form) => form?.hasChanges());
  }

  protected choose(kind: PushKind): void {
    this.chosen.update((chosen) => (chosen === kind ? undefined : kind));
  }

  protected accept(push: PsaPushDto): void {
    this.chosen.set(undefined);
    this.toast.say(`${KIND_WORDS[push.kind]} is on its way to the PSA`);
    this.asked.emit(push);
  }
}

function firstKind({ has_note: hasNote, has_time_entry: hasTime }: SessionDto): PushKind | undefined {
  if (!hasNote) return 'note';
  return hasTime ? undefined : 'time_entry';
}
