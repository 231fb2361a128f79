import type { PsaActivityType } from '@flowpilot/metrics';

import type { DemoProfile } from '../catalogue/people.js';
import type { DemoActivity, DemoSession } from './demo-account.js';
import { Random } from './random.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOTED = { guided: 0.85, exploring: 0.74, discovery: 0.62 };
const LOGGED_AFTER_NOTE = 0.82;
/** Logged, though the step before was left out. */
const LOGGED_WITHOUT_NOTE = 0.035;
const LOGGED_WITHOUT_TICKET = 0.02;
const SECOND_ENTRY = 0.09;
/** Entries that name no session, a day. */
const UNATTRIBUTED = 0.3;

type Draft = Omit<DemoActivity, 'entryId'>;

/** What was pushed to the PSA up to now, oldest first. */
export function makeActivities(seed: string, profile: DemoProfile, sessions: readonly DemoSession[], now: Date): DemoActivity[] {
  const drafts = sessions.flatMap((session) => ofSession(new Random(seed, profile.key, 'psa', session.id), session));
  const strays = sessions.length > 0 ? unattributed(new Random(seed, profile.key, 'unattributed'), sessions) : [];
  return [...drafts, ...strays]
    .filter(({ createdAt }) => createdAt <= now)
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
    .map((draft, index) => ({ ...draft, entryId: `${profile.key}-${String(index + 1).padStart(6, '0')}` }));
}

function ofSession(random: Random, session: DemoSession): Draft[] {
  const { endedAt, ticket, tier } = session;
  if (!endedAt) return [];
  const hasNote = ticket !== null && random.chance(tier === null ? 0.4 : NOTED[tier]);
  const logged = ticket === null ? LOGGED_WITHOUT_TICKET : hasNote ? LOGGED_AFTER_NOTE : LOGGED_WITHOUT_NOTE;
  const push = (type: PsaActivityType, minutes: number, hours: number | null = null): Draft => ({
    type,
    sessionId: session.id,
    ticket,
    hours,
    createdAt: new Date(endedAt.getTime() + Math.round(minutes * MINUTE)),
  });
  const pushes: Draft[] = [];
  if (hasNote) pushes.push(push('note_posted', random.between(1, 25)));
  if (ticket !== null && random.chance(0.6)) pushes.push(push('status_updated', random.between(1, 30)));
  if (random.chance(logged)) {
    pushes.push(push('time_entry_posted', loggingDelay(random), quarters(random, workedMinutes(session))));
    if (random.chance(SECOND_ENTRY)) pushes.push(push('time_entry_posted', loggingDelay(random) + 60, quarters(random, 20)));
  }
  return pushes;
}

/** Most log at once, some when they tidy up on the next morning. */
function loggingDelay(random: Random): number {
  return random.chance(0.88) ? random.between(3, 80) : random.between(14 * 60, 20 * 60);
}

/** Nobody works on a session all the time that it is open. */
function workedMinutes({ createdAt, endedAt }: DemoSession): number {
  const open = ((endedAt?.getTime() ?? createdAt.getTime()) - createdAt.getTime()) / MINUTE;
  return Math.min(open, 35 + open / 40, 150);
}

/** Hours as people enter them: begun quarters. */
function quarters(random: Random, minutes: number): number {
  return Math.max(1, Math.ceil((minutes + random.between(0, 15)) / 15)) / 4;
}

function unattributed(random: Random, sessions: readonly DemoSession[]): Draft[] {
  const [first, last] = [sessions[0]?.createdAt.getTime() ?? 0, sessions.at(-1)?.createdAt.getTime() ?? 0];
  const count = Math.round(((last - first) / DAY) * UNATTRIBUTED);
  return Array.from({ length: count }, () => ({
    type: 'time_entry_posted' as const,
    sessionId: null,
    ticket: random.chance(0.8) ? String(40_000 + Math.floor(random.between(0, 1_800))) : null,
    hours: quarters(random, random.between(10, 90)),
    // Near a session's time: entries keep office hours, too.
    createdAt: new Date((random.pick(sessions)?.createdAt.getTime() ?? first) + Math.floor(random.between(1, 90)) * MINUTE),
  }));
}
