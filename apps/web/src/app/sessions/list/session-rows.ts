import type { SessionDto } from '@flowpilot/contracts';

import { engineerName, type People } from '../../core/directory/engineer-name.js';
import { dayAndTime, dayOf, timeOfDay } from '../../ui/dates.js';
import { minutes, MISSING } from '../../ui/format.js';
import type { Names } from '../filter/filter-chips.js';
import { sessionTitle, STATUS_WORDS, ticketName, TIER_WORDS } from '../session-words.js';

/** One session as the list shows it. */
export interface SessionRow {
  readonly id: string;
  readonly title: string;
  readonly day: string;
  readonly time: string;
  /** `24 Nov 10:04 · Harbour Dental`, for a phone. */
  readonly sub: string;
  readonly domain: string;
  readonly client: string;
  readonly engineer: string;
  readonly flow: { readonly id: string; readonly name: string } | undefined;
  readonly tier: string;
  readonly status: { readonly label: string; readonly colour: string };
  /** From creation to resolution, of resolved ones. */
  readonly minutes: string;
  readonly ticket: string;
  readonly hasNote: boolean;
  readonly hasTimeEntry: boolean;
}

export function sessionRow(session: SessionDto, names: Names & People, timeZone: string): SessionRow {
  const { id, created_at: createdAt, client, user_id: userId, matched_flow_id: flowId } = session;
  return {
    id,
    title: sessionTitle(session),
    day: dayOf(createdAt, timeZone),
    time: timeOfDay(createdAt, timeZone),
    sub: [dayAndTime(createdAt, timeZone), client].filter((part) => part !== null).join(' · '),
    domain: session.problem_domain ?? MISSING,
    client: client ?? MISSING,
    engineer: engineerName(userId, names),
    flow: flowId === null ? undefined : { id: flowId, name: names.flowName(flowId) ?? 'A flow' },
    tier: session.confidence_tier === null ? MISSING : TIER_WORDS[session.confidence_tier],
    status: STATUS_WORDS[session.status],
    minutes: minutes(resolutionMinutes(session)),
    ticket: session.psa_ticket_id === null ? MISSING : ticketName(session.psa_ticket_id),
    hasNote: session.has_note,
    hasTimeEntry: session.has_time_entry,
  };
}

function resolutionMinutes({ created_at, resolved_at }: SessionDto): number | null {
  return resolved_at === null ? null : (Date.parse(resolved_at) - Date.parse(created_at)) / 60_000;
}
