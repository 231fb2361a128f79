import { PsaError } from '../provider/psa-error.js';
import type {
  IncomingMessage,
  PsaClient,
  PsaHint,
  PsaMember,
  PsaStatus,
  RightCheck,
  TimeEntryPage,
  WriteGate,
} from '../provider/psa-provider.js';
import {
  type NoteToPost,
  type PostedEntry,
  type PsaTimeEntry,
  type PsaWork,
  sameStatus,
  type StatusToSet,
  type TimeToPost,
} from '../provider/psa-work.js';
import type { ConnectWiseConnection } from './connectwise-connection.js';
import type { ConnectWiseHttp } from './connectwise-http.js';
import { all, pages, withConditions } from './connectwise-listing.js';
import { connectWiseTime, notePayload, ticketNumber, timePayload } from './connectwise-payloads.js';
import { field, readId, readMember, readStatus, readText, readTimeEntry } from './connectwise-records.js';
import { checkRights } from './connectwise-rights.js';
import { verifyCallback } from './connectwise-callback.js';

const LOOK_BACK_MS = 90 * 86_400_000;
/** A listing takes a while, and clocks differ: the next one begins this much before the last one's start. */
const OVERLAP_MS = 120_000;
const IDS_AT_ONCE = 100;

/** One company's ConnectWise, as the product sees every PSA. */
export class ConnectWiseClient implements PsaClient {
  constructor(
    private readonly http: ConnectWiseHttp,
    private readonly connection: ConnectWiseConnection,
    private readonly now: () => Date,
  ) {}

  testConnection(): Promise<RightCheck[]> {
    return checkRights(this.http, this.connection);
  }

  async postNote(note: NoteToPost, gate: WriteGate): Promise<PostedEntry> {
    const path = `/service/tickets/${ticketNumber(note.ticketId)}/notes`;
    const { body } = await this.http.write('POST', path, notePayload(note), gate);
    return afterWrite(() => ({ entryId: readId(body), hours: null }));
  }

  async postTimeEntry(entry: TimeToPost, gate: WriteGate): Promise<PostedEntry> {
    const { body } = await this.http.write('POST', '/time/entries', timePayload(entry), gate);
    return afterWrite(() => readTimeEntry(body));
  }

  async setStatus(change: StatusToSet, gate: WriteGate): Promise<PostedEntry> {
    const statuses = await this.boardStatuses(change.ticketId);
    const wanted = statuses.find(({ name }) => sameStatus(name, change.status));
    if (!wanted) {
      const names = statuses.map(({ name }) => name).join(', ');
      throw new PsaError('validation', `The board of the ticket has no status “${change.status}”. It has: ${names}.`);
    }
    const patch = [{ op: 'replace', path: 'status', value: { id: wanted.id } }];
    await this.http.write('PATCH', `/service/tickets/${ticketNumber(change.ticketId)}`, patch, gate);
    return { entryId: null, hours: null };
  }

  findPosted(work: PsaWork): Promise<PostedEntry | null> {
    if (work.kind === 'note') return this.findNote(work);
    return work.kind === 'time_entry' ? this.findTimeEntry(work) : this.findStatus(work);
  }

  async *listTimeEntriesSince(cursor: string | null): AsyncGenerator<TimeEntryPage> {
    const since = cursor ?? connectWiseTime(new Date(this.now().getTime() - LOOK_BACK_MS));
    let next: string | undefined;
    for await (const page of pages(this.http, withConditions('/time/entries', `lastUpdated>=[${since}]`))) {
      next ??= this.cursorOf(page.headers.get('date'));
      yield { entries: page.records.map(readTimeEntry), cursor: next };
    }
  }

  async readTimeEntries(ids: readonly string[]): Promise<PsaTimeEntry[]> {
    const found: PsaTimeEntry[] = [];
    for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
      const some = ids.slice(start, start + IDS_AT_ONCE).filter((id) => /^\d+$/.test(id));
      if (some.length === 0) continue;
      found.push(...(await all(this.http, withConditions('/time/entries', `id in (${some.join(',')})`), readTimeEntry)));
    }
    return found;
  }

  async listMembers(): Promise<PsaMember[]> {
    const members = await all(this.http, '/system/members', readMember);
    return members.filter(({ active }) => active).map(({ id, name, email }) => ({ id, name, email }));
  }

  async listStatuses(ticketId: string): Promise<PsaStatus[]> {
    const statuses = await this.boardStatuses(ticketId);
    return statuses.map(({ name, closed, timeAllowed }) => ({ name, closed, timeAllowed }));
  }

  verifyWebhook(message: IncomingMessage): Promise<PsaHint | null> {
    return verifyCallback(this.http, this.connection, message);
  }

  private async findNote(note: NoteToPost): Promise<PostedEntry | null> {
    const path = `/service/tickets/${ticketNumber(note.ticketId)}/notes`;
    for await (const { records } of pages(this.http, path)) {
      const found = records.find((record) => readText(record, 'text').includes(note.marker));
      if (found !== undefined) return { entryId: readId(found), hours: null };
    }
    return null;
  }

  private async findTimeEntry(entry: TimeToPost): Promise<PostedEntry | null> {
    const charged = `chargeToId=${ticketNumber(entry.ticketId)} and chargeToType="ServiceTicket"`;
    for await (const { records } of pages(this.http, withConditions('/time/entries', charged))) {
      const found = records.map(readTimeEntry).find(({ marker }) => marker === entry.marker);
      if (found) return found;
    }
    return null;
  }

  /** A status carries no marker; standing in it is what was asked for. */
  private async findStatus(change: StatusToSet): Promise<PostedEntry | null> {
    const { body } = await this.http.read(`/service/tickets/${ticketNumber(change.ticketId)}`);
    return sameStatus(String(field(body, 'status/name')), change.status) ? { entryId: null, hours: null } : null;
  }

  private async boardStatuses(ticketId: string): Promise<ReturnType<typeof readStatus>[]> {
    const ticket = await this.http.read(`/service/tickets/${ticketNumber(ticketId)}`);
    const board = String(field(ticket.body, 'board/id'));
    const statuses = await all(this.http, `/service/boards/${ticketNumber(board)}/statuses`, readStatus);
    return statuses.filter(({ active }) => active);
  }

  private cursorOf(date: string | null): string {
    const started = date === null ? Number.NaN : Date.parse(date);
    const base = Number.isNaN(started) ? this.now().getTime() : started;
    return connectWiseTime(new Date(base - OVERLAP_MS));
  }
}

/** A success that cannot be read was a success all the same: what it stored has to be looked up. */
function afterWrite(read: () => PostedEntry): PostedEntry {
  try {
    const { entryId, hours } = read();
    return { entryId, hours };
  } catch {
    throw new PsaError('unknown_outcome', 'ConnectWise stored the entry, but its answer cannot be read.');
  }
}
