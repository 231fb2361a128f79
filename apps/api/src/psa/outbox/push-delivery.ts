import { Injectable, Logger } from '@nestjs/common';

import { Settings } from '../../config/settings.js';
import { Database } from '../../database/database.js';
import { Clock } from '../../time/clock.js';
import { type ConnectedPsa, PsaClients } from '../connection/psa-clients.js';
import { PsaError } from '../provider/psa-error.js';
import type { WriteGate } from '../provider/psa-provider.js';
import { type PostedEntry, type PsaWork, sameStatus } from '../provider/psa-work.js';
import { type ClaimedPush, moveBehind, noteSending } from './push-claims.query.js';
import { PushMembers } from './push-members.js';
import { PushOutcomeService } from './push-outcome.service.js';
import { toWork } from './push-payload.js';

/** A lease is this much longer than a request may take: between the note that it goes out and its sending. */
export const LEASE_SLACK_MS = 5_000;

/** Another process has the push now, or somebody dismissed it. */
class ClaimLost extends Error {}

/** Brings one claimed push to an end: sent, to be tried again, or failed. */
@Injectable()
export class PushDelivery {
  private readonly logger = new Logger('psa');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly clients: PsaClients,
    private readonly members: PushMembers,
    private readonly outcomes: PushOutcomeService,
  ) {}

  /** Rejects only when the outcome cannot be written down: then the lease runs out and another attempt finds it. */
  async deliver(push: ClaimedPush): Promise<void> {
    const attempt = new Attempt(push);
    let posted: PostedEntry | 'later';
    try {
      posted = await this.attempt(push, attempt);
    } catch (error) {
      if (error instanceof ClaimLost) return;
      await this.outcomes.failed(push, this.explain(push, error, attempt), attempt.maybeSentAt(error, this.clock.now()));
      return;
    }
    if (posted === 'later') await moveBehind(this.database, push);
    else await this.outcomes.sent(push, posted);
  }

  private async attempt(push: ClaimedPush, attempt: Attempt): Promise<PostedEntry | 'later'> {
    const psa = await this.clients.of(push.account_id);
    if (!psa) throw new PsaError('validation', 'The account has no PSA connection.');
    const found = await this.lookUp(psa, push);
    if (found) return found;
    if (push.attempts > push.attempt_limit) throw triedTooOften(push, psa);
    if (push.before_time && (await forbidsTime(psa, push))) return 'later';
    const memberId = await this.members.memberOf(push, psa);
    return post(psa, toWork(push, memberId), () => this.pass(push, attempt));
  }

  /** What an earlier attempt may have stored. */
  private async lookUp({ client, capabilities }: ConnectedPsa, push: ClaimedPush): Promise<PostedEntry | null> {
    if (push.maybe_sent_at === null || capabilities.exactlyOnceBy !== 'marker') return null;
    return client.findPosted(toWork(push, null));
  }

  /** The gate before each sending. A process that was held up after its note must not send any more. */
  private async pass(push: ClaimedPush, attempt: Attempt): Promise<void> {
    const began = performance.now();
    const leaseMs = this.settings.psa.timeoutMs + LEASE_SLACK_MS;
    const now = this.clock.now();
    if (!(await noteSending(this.database, push, now, leaseMs))) throw new ClaimLost();
    attempt.hasSent = true;
    if (performance.now() - began > LEASE_SLACK_MS) throw new ClaimLost();
  }

  private explain(push: ClaimedPush, error: unknown, attempt: Attempt): PsaError {
    if (error instanceof PsaError) return error;
    this.logger.error(error, `push ${push.id} met an unexpected failure`);
    const kind = attempt.hasSent ? 'unknown_outcome' : 'retryable';
    return new PsaError(kind, `The attempt failed unexpectedly; the log names the cause under ${push.id}.`);
  }
}

/** What is known of whether the PSA holds the entry. */
class Attempt {
  hasSent = false;

  constructor(private readonly push: ClaimedPush) {}

  /** A write that was refused outright has stored nothing; before any write, what was known before holds. */
  maybeSentAt(error: unknown, now: Date): Date | null {
    if (!this.hasSent) return this.push.maybe_sent_at;
    return error instanceof PsaError && error.kind !== 'unknown_outcome' ? null : now;
  }
}

/** Nothing was found, if it could be looked for. */
function triedTooOften({ maybe_sent_at: maybeSentAt }: ClaimedPush, { capabilities }: ConnectedPsa): PsaError {
  const tried = 'It was tried too often without an end';
  if (maybeSentAt === null) return new PsaError('validation', `${tried}.`);
  const isKnown = capabilities.exactlyOnceBy === 'marker';
  return new PsaError('validation', `${tried}; ${isKnown ? 'the PSA does not hold it' : 'whether the receiver has it is not known'}.`);
}

async function forbidsTime({ client, capabilities }: ConnectedPsa, push: ClaimedPush): Promise<boolean> {
  if (!capabilities.statuses || push.payload.kind !== 'status') return false;
  const wanted = push.payload.status;
  const statuses = await client.listStatuses(push.psa_ticket_id);
  return statuses.some(({ name, timeAllowed }) => sameStatus(name, wanted) && !timeAllowed);
}

function post({ client }: ConnectedPsa, work: PsaWork, gate: WriteGate): Promise<PostedEntry> {
  if (work.kind === 'note') return client.postNote(work, gate);
  return work.kind === 'time_entry' ? client.postTimeEntry(work, gate) : client.setStatus(work, gate);
}
