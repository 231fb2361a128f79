/** What is asked of a PSA. Every work carries a marker that is unique to it and that the PSA keeps with the entry. */
interface MarkedWork {
  /** Unique among all pushes, stable over its attempts. */
  id: string;
  ticketId: string;
  marker: string;
}

export interface NoteToPost extends MarkedWork {
  kind: 'note';
  text: string;
  /** Not shown to the customer. */
  internal: boolean;
  /** The PSA's id of who writes; null where the provider has no members. */
  memberId: string | null;
}

export interface TimeToPost extends MarkedWork {
  kind: 'time_entry';
  /** More than 0, at most 24. */
  hours: number;
  startedAt: Date;
  notes: string | null;
  /** Null leaves it to the PSA's agreement. */
  billable: boolean | null;
  memberId: string | null;
}

export interface StatusToSet extends MarkedWork {
  kind: 'status';
  /** The name of a status of the ticket's board. */
  status: string;
}

/** Whether two names mean the same status of a board. */
export function sameStatus(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

export type PsaWork = NoteToPost | TimeToPost | StatusToSet;
export type PsaWorkKind = PsaWork['kind'];

/** What the PSA keeps: its id of the entry (null for a status) and the hours it made of those sent, where it says. */
export interface PostedEntry {
  entryId: string | null;
  hours: number | null;
}

/** As the PSA lists it. */
export interface PsaTimeEntry {
  entryId: string;
  ticketId: string | null;
  /** Null while the time is still running. */
  hours: number | null;
  /** The product's own marker where the entry carries one. */
  marker: string | null;
}

const MARKER = /\[flowpilot:([0-9a-f-]{36})\]/;

export function markerOf(workId: string): string {
  return `[flowpilot:${workId}]`;
}

/** The marker within a text of the PSA, or null. */
export function findMarker(text: string): string | null {
  return MARKER.exec(text)?.[0] ?? null;
}

/** The id of the push that a marker belongs to. */
export function workOfMarker(marker: string): string | null {
  return MARKER.exec(marker)?.[1] ?? null;
}

/**
 * A person's text without anything that reads as a marker, so that no text can pass for another push; also not once a
 * marker within it is gone.
 */
export function withoutMarkers(text: string): string {
  let left = text;
  while (MARKER.test(left)) left = left.replaceAll(new RegExp(MARKER, 'g'), '');
  return left.trimEnd();
}
