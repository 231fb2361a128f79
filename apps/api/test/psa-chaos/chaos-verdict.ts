import type { PsaActivityDto, PsaMetricsDto, PsaPushDto } from '@flowpilot/contracts';
import { roundHalfUp } from '@flowpilot/metrics';
import type { LedgerLine } from '@flowpilot/testing';

import type { ConnectedAccount } from '../connected-account.js';
import { everyItem } from './every-item.js';

/** Every way in which the product and the stand-in's ledger disagree; none on a sound outbox. */
export async function differences(account: ConnectedAccount): Promise<string[]> {
  const pushes = await everyItem<PsaPushDto>(account, '/psa/pushes');
  const activities = await everyItem<PsaActivityDto>(account, '/psa/activities');
  const { ledger } = account.standIn.state;
  const sent = pushes.filter(({ state }) => state === 'sent');
  return [
    ...pushes.flatMap((push) => ofPush(push, linesOf(account, push))),
    ...expectSame('entries of the PSA and sent pushes', ledger.length, sent.length),
    ...expectSame('activities and sent pushes', activities.length, sent.length),
    ...ofOrder(account, sent),
    ...activities.flatMap((activity) => ofActivity(activity, ledger)),
    ...(await ofFigures(account, ledger)),
  ];
}

function ofPush(push: PsaPushDto, lines: LedgerLine[]): string[] {
  const entry = lines[0] && 'id' in lines[0] ? String(lines[0].id) : null;
  if (push.state === 'sent' && lines.length === 1 && entry === push.psa_entry_id) return [];
  if (push.state === 'failed' && lines.length === 0 && push.last_error !== null) return [];
  return [`push ${push.id} (${push.kind}) is ${push.state}: ${push.last_error ?? ''}; the PSA holds ${lines.length}`];
}

/** The entries that carry the push's marker; for a status the changes to it. */
function linesOf({ standIn }: ConnectedAccount, push: PsaPushDto): LedgerLine[] {
  return standIn.state.ledger.filter((line) => {
    if (line.kind === 'status') {
      const name = standIn.state.statuses.get(line.statusId)?.name;
      return push.kind === 'status' && String(line.ticketId) === push.psa_ticket_id && name === push.status;
    }
    return (line.kind === 'note' ? line.text : line.internalNotes).includes(push.id);
  });
}

/** Per ticket, what was stored came in the order in which it was asked for. */
function ofOrder(account: ConnectedAccount, sent: PsaPushDto[]): string[] {
  const asked = new Map<string, string[]>();
  for (const push of [...sent].sort((a, b) => (a.id < b.id ? -1 : 1))) append(asked, push.psa_ticket_id ?? '', push.kind);
  const stored = new Map<string, string[]>();
  for (const line of account.standIn.state.ledger) {
    append(stored, String(line.kind === 'time_entry' ? line.chargeToId : line.ticketId), line.kind);
  }
  return [...asked].flatMap(([ticket, kinds]) => expectSame(`order of ticket ${ticket}`, stored.get(ticket), kinds));
}

function append(lists: Map<string, string[]>, key: string, value: string): void {
  lists.set(key, [...(lists.get(key) ?? []), value]);
}

function ofActivity(activity: PsaActivityDto, ledger: LedgerLine[]): string[] {
  if (activity.activity_type === 'status_updated') return [];
  const line = ledger.find((each) => 'id' in each && String(each.id) === activity.psa_entry_id);
  const hours = line?.kind === 'time_entry' ? line.actualHours : null;
  return expectSame(`hours of activity ${activity.id}`, activity.hours_logged, hours);
}

async function ofFigures(account: ConnectedAccount, ledger: LedgerLine[]): Promise<string[]> {
  const { body } = await account.send<PsaMetricsDto>('GET', '/analytics/flowpilot/psa-metrics');
  const entries = ledger.filter((line) => line.kind === 'time_entry');
  const hours = roundHalfUp(entries.reduce((sum, entry) => sum + entry.actualHours, 0), 2);
  const noted = new Set(ledger.flatMap((line) => (line.kind === 'note' ? [line.ticketId] : [])));
  const logged = new Set(entries.map((entry) => entry.chargeToId));
  return [
    ...expectSame('total_time_entries', body.total_time_entries, entries.length),
    ...expectSame('total_hours_logged', body.total_hours_logged, hours),
    ...expectSame('doc_pushed', body.push_funnel.doc_pushed, noted.size),
    ...expectSame('time_entry_logged', body.push_funnel.time_entry_logged, [...noted].filter((id) => logged.has(id)).length),
  ];
}

function expectSame(what: string, found: unknown, expected: unknown): string[] {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  return one === other ? [] : [`${what}: ${one}, not ${other}`];
}
