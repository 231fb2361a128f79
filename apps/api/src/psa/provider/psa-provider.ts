import type { NoteToPost, PostedEntry, PsaTimeEntry, PsaWork, StatusToSet, TimeToPost } from './psa-work.js';

export interface PsaCapabilities {
  /** `listMembers` answers, and notes and time entries belong to a member. */
  members: boolean;
  /** `listStatuses` answers. */
  statuses: boolean;
  /** `listTimeEntriesSince` and `readTimeEntries` answer: reconciliation is possible. */
  listsTimeEntries: boolean;
  /**
   * How a second post after an unknown outcome is kept from making a second entry: the provider finds what was
   * posted by its marker, or the receiver drops a work id that it has seen.
   */
  exactlyOnceBy: 'marker' | 'receiver';
}

/** One thing that the connection needs, and whether its key may do it. */
export interface RightCheck {
  right: string;
  ok: boolean;
  /** In plain words, when not ok. */
  message: string | null;
}

export interface PsaMember {
  id: string;
  name: string;
  email: string | null;
}

export interface PsaStatus {
  name: string;
  closed: boolean;
  /** False: the PSA refuses time on tickets in this status. */
  timeAllowed: boolean;
}

/** A message of the PSA to us. Only a hint: what it tells is read again from the PSA by id. */
export interface PsaHint {
  record: 'time_entry' | 'ticket';
  id: string;
}

export interface IncomingMessage {
  headers: Readonly<Record<string, string | undefined>>;
  rawBody: Buffer;
}

/**
 * Called immediately before each sending of a write. When it throws, nothing is sent. It is where the outbox
 * notes that from now on the entry may exist.
 */
export type WriteGate = () => Promise<void>;

/**
 * One account's connection to its PSA. Every method throws `PsaError` and nothing else.
 *
 * A write that ends in any other kind than `unknown_outcome` has certainly stored nothing. A method for which the
 * provider lacks the capability throws `validation`.
 */
export interface PsaClient {
  /** Tries every right that the product needs without storing anything. */
  testConnection(): Promise<RightCheck[]>;
  postNote(note: NoteToPost, gate: WriteGate): Promise<PostedEntry>;
  postTimeEntry(entry: TimeToPost, gate: WriteGate): Promise<PostedEntry>;
  setStatus(change: StatusToSet, gate: WriteGate): Promise<PostedEntry>;
  /** What an earlier attempt at this work stored, or null. Only for providers that are exact by marker. */
  findPosted(work: PsaWork): Promise<PostedEntry | null>;
  /**
   * Time entries made or changed since the cursor (null: the last 90 days), page by page. Each page names the
   * cursor with which to go on once all pages were dealt with.
   */
  listTimeEntriesSince(cursor: string | null): AsyncIterable<TimeEntryPage>;
  /** Those of the named entries that still exist. */
  readTimeEntries(ids: readonly string[]): Promise<PsaTimeEntry[]>;
  listMembers(): Promise<PsaMember[]>;
  /** The active statuses of the board that the ticket stands on. */
  listStatuses(ticketId: string): Promise<PsaStatus[]>;
  /** What an incoming message hints at, or null when it was not proved to be the PSA's. */
  verifyWebhook(message: IncomingMessage): Promise<PsaHint | null>;
}

export interface TimeEntryPage {
  entries: PsaTimeEntry[];
  cursor: string;
}
