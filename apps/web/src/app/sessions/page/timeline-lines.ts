import type { SessionMomentDto } from '@flowpilot/contracts';

import { dayAndTime, timeOfDay } from '../../ui/dates.js';
import { hours } from '../../ui/format.js';
import type { IconName } from '../../ui/icons.js';
import { localDay } from '../../ui/window/chosen-window.js';
import { ticketName } from '../session-words.js';

/** One moment as the timeline shows it. */
export interface TimelineLine {
  readonly id: string;
  readonly icon: IconName;
  readonly tone: 'quiet' | 'good' | 'fair';
  readonly text: string;
  /** After the text, a link to its editor. */
  readonly flow: { readonly id: string; readonly name: string; readonly version: string } | undefined;
  readonly sub: string;
  readonly at: string;
}

const KINDS: Readonly<Record<SessionMomentDto['kind'], Pick<TimelineLine, 'icon' | 'text' | 'tone'>>> = {
  created: { icon: 'sessions', tone: 'quiet', text: 'Session started' },
  updated: { icon: 'instruction', tone: 'quiet', text: 'Details changed' },
  matched: { icon: 'flows', tone: 'quiet', text: 'Matched to' },
  resolved: { icon: 'check', tone: 'good', text: 'Resolved' },
  escalated: { icon: 'arrowUp', tone: 'fair', text: 'Escalated' },
  abandoned: { icon: 'close', tone: 'quiet', text: 'Abandoned' },
  reopened: { icon: 'retry', tone: 'quiet', text: 'Reopened' },
  note_posted: { icon: 'note', tone: 'quiet', text: 'Note posted to the ticket' },
  time_entry_posted: { icon: 'clock', tone: 'quiet', text: 'Time logged' },
  status_updated: { icon: 'flows', tone: 'quiet', text: 'Ticket’s status set' },
};

/** Moments, oldest first, as lines; the first match of the session is a match again from the second one on. */
export function timelineLines(moments: readonly SessionMomentDto[], timeZone: string): TimelineLine[] {
  let matches = 0;
  const firstDay = moments[0] === undefined ? '' : localDay(new Date(moments[0].at), timeZone);
  return moments.map((moment) => {
    const isMatch = moment.flow_id !== null;
    if (isMatch) matches += 1;
    const kind = KINDS[moment.kind];
    return {
      id: moment.id,
      icon: kind.icon,
      tone: kind.tone,
      text: textOf(moment, kind.text, matches),
      flow: flowOf(moment),
      sub: subOf(moment),
      at: localDay(new Date(moment.at), timeZone) === firstDay ? timeOfDay(moment.at, timeZone) : dayAndTime(moment.at, timeZone),
    };
  });
}

function textOf({ kind, flow_id: flowId, hours_logged: logged }: SessionMomentDto, text: string, matches: number): string {
  if (kind === 'time_entry_posted') return `${hours(logged)} logged`;
  if (kind === 'matched') return flowId === null ? 'Untied from its flow' : matches > 1 ? 'Matched again, to' : text;
  if (kind === 'created' && flowId !== null) return `${text}, matched to`;
  return text;
}

function flowOf({ flow_id: id, flow, flow_version: version }: SessionMomentDto): TimelineLine['flow'] {
  if (id === null) return undefined;
  return { id, name: flow ?? 'a flow that is gone', version: version === null ? '' : `, version ${version.toString()}` };
}

/** Who, on which ticket, and the note in quotation marks. */
function subOf({ actor, actor_kind: kind, psa_ticket_id: ticket, note }: SessionMomentDto): string {
  const by = actor === null ? '' : kind === 'api_key' ? `By the key “${actor}”` : `By ${actor}`;
  const on = ticket === null ? '' : `Ticket ${ticketName(ticket)}`;
  return [by, on, note === null ? '' : `“${note}”`].filter((part) => part !== '').join(' · ');
}
