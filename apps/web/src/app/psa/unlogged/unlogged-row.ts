import type { PsaPushDto, UnloggedSessionDto } from '@flowpilot/contracts';

import { dayAndTime } from '../../ui/dates.js';
import { hours as hoursText, minutes, MISSING } from '../../ui/format.js';
import { isMoving, pushProgress } from '../push-words.js';

/** Longer than a working day: a session that was left open rather than worked on. */
const DOUBTFUL_MINUTES = 8 * 60;

/** What is known of one session beyond what the list told. */
export interface RowState {
  /** Undefined while what was typed is no number of hours. */
  readonly hours: number | undefined;
  readonly selected: boolean;
  readonly sending: boolean;
  /** The time entry that was asked for. */
  readonly push: PsaPushDto | undefined;
  /** Why none was. */
  readonly refused: string | undefined;
}

/** An unlogged session as a line of the list. */
export function unloggedRow(session: UnloggedSessionDto, state: RowState, timeZone: string) {
  const { push, hours, sending } = state;
  const isAsked = push !== undefined || session.open_push_id !== null;
  return {
    ...state,
    id: session.session_id,
    title: session.summary ?? `Session of ${dayAndTime(session.opened_at, timeZone)}`,
    engineer: session.engineer ?? MISSING,
    client: session.client ?? MISSING,
    ticket: `#${session.psa_ticket_id}`,
    whose: [session.engineer, session.client, `#${session.psa_ticket_id}`].filter((part) => part !== null).join(' · '),
    closed: dayAndTime(session.closed_at, timeZone),
    opened: dayAndTime(session.opened_at, timeZone),
    minutes: minutes(session.minutes),
    doubtful: isDoubtful(session),
    canLog: !isAsked && !sending,
    button: sending ? 'Sending …' : isAsked ? 'Asked for' : `Log ${hoursText(hours ?? null)}`,
    result: resultOf(state, session.open_push_id !== null, timeZone),
  };
}

export type UnloggedRow = ReturnType<typeof unloggedRow>;

export function isDoubtful({ minutes: taken }: UnloggedSessionDto): boolean {
  return taken > DOUBTFUL_MINUTES;
}

interface RowResult {
  readonly text: string;
  readonly tone: 'good' | 'poor' | 'muted';
}

function resultOf({ push, refused }: RowState, isAsked: boolean, timeZone: string): RowResult | undefined {
  if (refused !== undefined) return { text: refused, tone: 'poor' };
  if (push === undefined) return isAsked ? { text: 'A time entry was asked for', tone: 'muted' } : undefined;
  if (push.state === 'sent') return { text: `${hoursText(push.hours)} logged`, tone: 'good' };
  const tone = isMoving(push) ? 'muted' : 'poor';
  return { text: push.state === 'failed' ? `Failed: ${pushProgress(push, timeZone)}` : pushProgress(push, timeZone), tone };
}
