import { PsaError } from '../provider/psa-error.js';
import type { PsaMember, PsaStatus } from '../provider/psa-provider.js';
import { findMarker, type PsaTimeEntry } from '../provider/psa-work.js';

/** Readers of ConnectWise's records: what the product needs of them, and nothing taken on trust. */

export function readTimeEntry(record: unknown): PsaTimeEntry {
  const hours = field(record, 'actualHours');
  const chargeTo = field(record, 'chargeToType') === 'ServiceTicket' ? field(record, 'chargeToId') : null;
  const ticketId = typeof chargeTo === 'number' ? String(chargeTo) : null;
  return {
    entryId: readId(record),
    ticketId,
    hours: typeof hours === 'number' ? hours : null,
    marker: findMarker(readText(record, 'internalNotes')),
  };
}

export function readMember(record: unknown): PsaMember & { active: boolean } {
  const name = `${readText(record, 'firstName')} ${readText(record, 'lastName')}`.trim();
  return {
    id: readId(record),
    name: name || readText(record, 'identifier'),
    email: readText(record, 'officeEmail') || readText(record, 'primaryEmail') || null,
    active: field(record, 'inactiveFlag') !== true,
  };
}

export function readStatus(record: unknown): PsaStatus & { id: number; active: boolean } {
  return {
    id: Number(readId(record)),
    name: readText(record, 'name'),
    closed: field(record, 'closedStatus') === true,
    timeAllowed: field(record, 'timeEntryNotAllowed') !== true,
    active: field(record, 'inactive') !== true,
  };
}

export function readId(record: unknown): string {
  const id = field(record, 'id');
  if (typeof id !== 'number') throw unreadable();
  return String(id);
}

export function readText(record: unknown, name: string): string {
  const value = field(record, name);
  return typeof value === 'string' ? value : '';
}

export function readList(body: unknown): unknown[] {
  if (!Array.isArray(body)) throw unreadable();
  return body;
}

/** `board/id` reads `record.board.id`. */
export function field(record: unknown, path: string): unknown {
  return path
    .split('/')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      record,
    );
}

function unreadable(): PsaError {
  return new PsaError('retryable', 'ConnectWise answered something that cannot be read.');
}
