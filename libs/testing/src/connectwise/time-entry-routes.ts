import { BodyReader } from './body-reader.js';
import { listing } from './listing.js';
import { Refusal } from './refusal.js';
import { BILLABLE_OPTIONS, type BillableOption, type TimeEntry } from './stand-in-records.js';
import type { StandInAnswer, StandInRequest } from './stand-in-request.js';
import type { StandInRoute } from './stand-in-route.js';
import type { StandInState } from './stand-in-state.js';
import { findMember, findTicket } from './ticket-routes.js';

export const timeEntryRoutes: readonly StandInRoute[] = [
  {
    method: 'GET',
    path: '/time/entries',
    right: 'time.read',
    handle: (state, request) =>
      listing(request, [...state.timeEntries.values()].map((entry) => showEntry(state, entry))),
  },
  {
    method: 'GET',
    path: '/time/entries/:id',
    right: 'time.read',
    handle: (state, _request, id) => {
      const entry = state.timeEntries.get(id);
      if (!entry) throw Refusal.notFound('Time entry', id);
      return { status: 200, body: showEntry(state, entry) };
    },
  },
  { method: 'POST', path: '/time/entries', right: 'time.add', handle: addEntry },
];

const FIELDS = [
  'chargeToId',
  'chargeToType',
  'member',
  'timeStart',
  'timeEnd',
  'actualHours',
  'billableOption',
  'workType',
  'workRole',
  'notes',
  'internalNotes',
  'addToDetailDescriptionFlag',
  'addToInternalAnalysisFlag',
  'addToResolutionFlag',
];

function addEntry(state: StandInState, request: StandInRequest): StandInAnswer {
  const reader = new BodyReader('timeEntry', request.body, FIELDS);
  const timeStart = reader.required('timeStart', reader.time('timeStart'));
  const entry: TimeEntry = {
    id: state.nextId(),
    chargeToId: chargeableTicket(state, reader),
    chargeToType: 'ServiceTicket',
    memberId: findMember(state, 'timeEntry', reader.required('member', reader.reference('member'))),
    timeStart: state.timestamp(timeStart),
    actualHours: roundTo(state.hoursStep, readHours(reader, timeStart)),
    billableOption: readBillable(reader),
    notes: reader.text('notes') ?? '',
    internalNotes: reader.text('internalNotes') ?? '',
    dateEntered: state.timestamp(),
    lastUpdated: state.timestamp(),
  };
  state.storeTimeEntry(entry);
  return { status: 201, body: showEntry(state, entry) };
}

function chargeableTicket(state: StandInState, reader: BodyReader): number {
  const id = reader.required('chargeToId', reader.number('chargeToId'));
  if (reader.required('chargeToType', reader.text('chargeToType')) !== 'ServiceTicket') {
    throw Refusal.invalid('timeEntry', 'chargeToType', 'chargeToType must be ServiceTicket.');
  }
  const ticket = findTicket(state, id);
  if (state.statuses.get(ticket.statusId)?.timeEntryNotAllowed) {
    throw Refusal.invalid('timeEntry', 'chargeToId', 'Time entries are not allowed in the status of the ticket.');
  }
  return id;
}

function readHours(reader: BodyReader, start: Date): number {
  const end = reader.time('timeEnd');
  const between = end && (end.getTime() - start.getTime()) / 3_600_000;
  const hours = reader.required('actualHours', reader.number('actualHours') ?? between);
  if (hours <= 0 || hours > 24) {
    throw Refusal.invalid('timeEntry', 'actualHours', 'actualHours must be more than 0 and at most 24.');
  }
  return hours;
}

function readBillable(reader: BodyReader): BillableOption {
  const option = reader.text('billableOption') ?? 'Billable';
  const known = BILLABLE_OPTIONS.find((each) => each === option);
  if (known === undefined) throw Refusal.invalid('timeEntry', 'billableOption', 'Unknown billableOption.');
  return known;
}

/** In whole hundredths of an hour, as the field has two decimals. */
function roundTo(step: number, hours: number): number {
  const hundredths = Math.round(step * 100);
  return (Math.max(1, Math.round((hours * 100) / hundredths)) * hundredths) / 100;
}

function showEntry(state: StandInState, entry: TimeEntry) {
  const { memberId, lastUpdated, ...shown } = entry;
  const member = state.members.get(memberId);
  return {
    ...shown,
    member: { id: memberId, identifier: member?.identifier },
    hoursBilled: entry.billableOption === 'Billable' ? entry.actualHours : 0,
    timeSheet: { id: memberId },
    status: 'Open',
    _info: { lastUpdated, updatedBy: member?.identifier },
  };
}
