import { PsaError } from '../provider/psa-error.js';
import { type NoteToPost, type TimeToPost, withoutMarkers } from '../provider/psa-work.js';

/** `POST /service/tickets/{id}/notes`. Nobody is e-mailed: that takes `processNotifications`. */
export function notePayload(note: NoteToPost) {
  return {
    text: `${withoutMarkers(note.text)}\n\n${note.marker}`,
    detailDescriptionFlag: !note.internal,
    internalAnalysisFlag: note.internal,
    resolutionFlag: false,
    member: memberReference(note.memberId),
    customerUpdatedFlag: false,
    processNotifications: false,
  };
}

/** `POST /time/entries`. The marker stands where customers do not read. */
export function timePayload(entry: TimeToPost) {
  return {
    chargeToId: Number(ticketNumber(entry.ticketId)),
    chargeToType: 'ServiceTicket',
    member: memberReference(entry.memberId),
    timeStart: connectWiseTime(entry.startedAt),
    actualHours: entry.hours,
    ...(entry.billable === null ? {} : { billableOption: entry.billable ? 'Billable' : 'DoNotBill' }),
    ...(entry.notes === null ? {} : { notes: withoutMarkers(entry.notes) }),
    internalNotes: entry.marker,
  };
}

/** ConnectWise numbers its tickets; anything else would reach into another address. */
export function ticketNumber(ticketId: string): string {
  if (!/^\d{1,15}$/.test(ticketId)) {
    throw new PsaError('validation', `“${ticketId}” is not the number of a ConnectWise ticket.`);
  }
  return ticketId;
}

/** Whole seconds, with Z. */
export function connectWiseTime(at: Date): string {
  return at.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

function memberReference(memberId: string | null): { id: number } {
  if (memberId === null || !/^\d{1,15}$/.test(memberId)) {
    throw new PsaError('validation', `“${memberId ?? ''}” is not the number of a ConnectWise member.`);
  }
  return { id: Number(memberId) };
}
