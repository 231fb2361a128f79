import type { PsaPushDto, SessionDto } from '@flowpilot/contracts';
import type { PushKind } from '@flowpilot/metrics';

import { dayAndTime } from '../../ui/dates.js';
import { KIND_WORDS, pushTitle } from '../push-words.js';

const BECAME: Readonly<Partial<Record<PsaPushDto['state'], string>>> = {
  sent: 'was sent',
  pending: 'is on its way since',
  unknown: 'is on its way since',
  failed: 'failed, asked for',
};

/** A warning before the same is asked for again: the latest of that kind that was not given up. Empty when there is none. */
export function alreadyAsked(
  kind: PushKind,
  pushes: readonly PsaPushDto[],
  { has_note: hasNote, has_time_entry: hasTime }: Pick<SessionDto, 'has_note' | 'has_time_entry'>,
  timeZone: string,
): string {
  const latest = pushes.find((push) => push.kind === kind && push.state !== 'dismissed');
  if (latest !== undefined && kind !== 'status') {
    const what = kind === 'time_entry' ? `A time entry of ${pushTitle(latest)}` : 'A note';
    return `${what} ${BECAME[latest.state] ?? ''} ${dayAndTime(latest.sent_at ?? latest.created_at, timeZone)}.`;
  }
  const isThere = kind === 'note' ? hasNote : kind === 'time_entry' && hasTime;
  return isThere ? `The session has a ${KIND_WORDS[kind].toLowerCase()} already.` : '';
}
