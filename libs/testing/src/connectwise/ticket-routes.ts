import { BodyReader } from './body-reader.js';
import { listing } from './listing.js';
import { Refusal } from './refusal.js';
import type { BoardStatus, Note, Ticket } from './stand-in-records.js';
import type { StandInAnswer, StandInRequest } from './stand-in-request.js';
import type { StandInRoute } from './stand-in-route.js';
import type { StandInState } from './stand-in-state.js';

export const ticketRoutes: readonly StandInRoute[] = [
  { method: 'GET', path: '/service/tickets', right: 'tickets.read', handle: listTickets },
  {
    method: 'GET',
    path: '/service/tickets/:id',
    right: 'tickets.read',
    handle: (state, _request, id) => ({ status: 200, body: showTicket(state, findTicket(state, id)) }),
  },
  { method: 'PATCH', path: '/service/tickets/:id', right: 'tickets.edit', handle: patchTicket },
  { method: 'GET', path: '/service/tickets/:id/notes', right: 'tickets.read', handle: listNotes },
  { method: 'POST', path: '/service/tickets/:id/notes', right: 'notes.add', handle: addNote },
];

export function findTicket(state: StandInState, id: number): Ticket {
  const ticket = state.tickets.get(id);
  if (!ticket) throw Refusal.notFound('Ticket', id);
  return ticket;
}

function listTickets(state: StandInState, request: StandInRequest): StandInAnswer {
  return listing(request, [...state.tickets.values()].map((ticket) => showTicket(state, ticket)));
}

function showTicket(state: StandInState, ticket: Ticket) {
  const status = state.statuses.get(ticket.statusId);
  return {
    id: ticket.id,
    summary: ticket.summary,
    board: { id: ticket.boardId, name: state.boards.get(ticket.boardId)?.name },
    status: { id: ticket.statusId, name: status?.name },
    closedFlag: status?.closedStatus ?? false,
  };
}

interface PatchOperation {
  op: string;
  path: string;
  value: unknown;
}

/** Only the array form, and of it only the replacement of the status: all that the product sends. */
function patchTicket(state: StandInState, request: StandInRequest, id: number): StandInAnswer {
  const { body } = request;
  if (!Array.isArray(body)) throw new Refusal(400, 'InvalidPatch', 'The body of a PATCH must be an array.');
  const ticket = findTicket(state, id);
  for (const operation of body as PatchOperation[]) {
    if (operation.op !== 'replace' || operation.path !== 'status') {
      throw new Refusal(400, 'InvalidPatch', 'Only the status can be replaced.');
    }
    state.storeStatus(ticket, { ticketId: id, statusId: statusOfBoard(state, ticket, operation.value).id });
  }
  return { status: 200, body: showTicket(state, ticket) };
}

function statusOfBoard(state: StandInState, ticket: Ticket, value: unknown): BoardStatus {
  const id: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : undefined;
  const status = typeof id === 'number' ? state.statuses.get(id) : undefined;
  if (status?.boardId !== ticket.boardId || status.inactive) {
    throw Refusal.invalid('ticket', 'status', 'The status is not an active status of the board of the ticket.');
  }
  return status;
}

function listNotes(state: StandInState, request: StandInRequest, id: number): StandInAnswer {
  findTicket(state, id);
  const notes = [...state.notes.values()].filter((note) => note.ticketId === id);
  return listing(request, notes.map((note) => showNote(state, note)));
}

const NOTE_FLAGS = ['detailDescriptionFlag', 'internalAnalysisFlag', 'resolutionFlag'] as const;

function addNote(state: StandInState, request: StandInRequest, ticketId: number): StandInAnswer {
  findTicket(state, ticketId);
  const known = ['text', ...NOTE_FLAGS, 'member', 'customerUpdatedFlag', 'processNotifications'];
  const reader = new BodyReader('note', request.body, known);
  const [detailDescriptionFlag, internalAnalysisFlag, resolutionFlag] = NOTE_FLAGS.map((flag) => reader.flag(flag));
  if (!detailDescriptionFlag && !internalAnalysisFlag && !resolutionFlag) {
    throw Refusal.missing('note', 'detailDescriptionFlag, internalAnalysisFlag or resolutionFlag');
  }
  const note: Note = {
    id: state.nextId(),
    ticketId,
    text: reader.required('text', reader.text('text')),
    memberId: findMember(state, 'note', reader.required('member', reader.reference('member'))),
    detailDescriptionFlag: detailDescriptionFlag ?? false,
    internalAnalysisFlag: internalAnalysisFlag ?? false,
    resolutionFlag: resolutionFlag ?? false,
    processNotifications: reader.flag('processNotifications'),
    dateCreated: state.timestamp(),
  };
  state.storeNote(note);
  return { status: 201, body: showNote(state, note) };
}

export function findMember(state: StandInState, resource: string, id: number): number {
  const member = state.members.get(id);
  if (!member || member.inactiveFlag) {
    throw Refusal.invalid(resource, 'member', 'The member does not exist or is inactive.');
  }
  return member.id;
}

function showNote(state: StandInState, note: Note) {
  const { memberId, processNotifications: _sent, ...shown } = note;
  const createdBy = state.members.get(memberId)?.identifier;
  const external = note.detailDescriptionFlag || note.resolutionFlag;
  return { ...shown, member: { id: memberId }, createdBy, internalFlag: !external, externalFlag: external };
}
