import {
  type ApiMember,
  type Board,
  type BoardStatus,
  type LedgerLine,
  type Member,
  type Note,
  RIGHTS,
  type StatusChange,
  type Ticket,
  type TimeEntry,
} from './stand-in-records.js';

/** The company that the stand-in plays, and all that was stored in it. */
export class StandInState {
  readonly company = 'acme';
  readonly clientId = '6d8f3c0e-8f0a-4c58-9a7e-2b1c5d4e9f10';
  readonly signingKey = 'stand-in-signing-key';
  codebase = 'v2025_1';
  /** Hours of an entry are rounded to this step, as a company's time set-up does. */
  hoursStep = 0.01;
  /** A careless server repeats what it was sent. */
  echoesCredentials = false;
  readonly apiMember: ApiMember = { publicKey: 'pub-key', privateKey: 'priv-key', rights: new Set(RIGHTS) };
  readonly members = new Map<number, Member>();
  readonly boards = new Map<number, Board>();
  readonly statuses = new Map<number, BoardStatus>();
  readonly tickets = new Map<number, Ticket>();
  readonly notes = new Map<number, Note>();
  readonly timeEntries = new Map<number, TimeEntry>();
  readonly ledger: LedgerLine[] = [];
  private lastId = 1000;

  constructor(readonly now: () => Date) {
    this.addBoard(1, 'Service Desk');
    this.addMember(201, 'API', 'api@acme.test');
    this.addMember(202, 'EVega', 'elena@acme.test');
    this.addMember(203, 'TNguyen', 'tam@acme.test');
    this.addMember(204, 'GGone', 'gone@acme.test', true);
  }

  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  /** `yyyy-MM-ddTHH:mm:ssZ`, the only way in which ConnectWise writes a time. */
  timestamp(at = this.now()): string {
    return at.toISOString().replace(/\.\d{3}Z$/, 'Z');
  }

  addMember(id: number, identifier: string, officeEmail: string, inactiveFlag = false): void {
    this.members.set(id, { id, identifier, firstName: identifier, lastName: 'Member', officeEmail, inactiveFlag });
  }

  /** A board with the statuses New, In Progress, Closed (no time allowed) and Retired (inactive). */
  addBoard(id: number, name: string): void {
    this.boards.set(id, { id, name });
    const names = ['New', 'In Progress', 'Closed', 'Retired'];
    for (const [index, status] of names.entries()) {
      const closed = status === 'Closed';
      this.statuses.set(id * 100 + index, {
        id: id * 100 + index,
        boardId: id,
        name: status,
        sortOrder: index,
        closedStatus: closed,
        inactive: status === 'Retired',
        timeEntryNotAllowed: closed,
      });
    }
  }

  addTicket(id: number, boardId = 1): Ticket {
    const ticket = { id, summary: `Ticket ${id}`, boardId, statusId: boardId * 100 };
    this.tickets.set(id, ticket);
    return ticket;
  }

  /** A note that somebody else wrote. */
  addStrangeNote(ticketId: number): void {
    const flags = { detailDescriptionFlag: true, internalAnalysisFlag: false, resolutionFlag: false };
    const note = { id: this.nextId(), ticketId, text: 'From elsewhere', memberId: 203, processNotifications: false };
    this.notes.set(note.id, { ...note, ...flags, dateCreated: this.timestamp() });
  }

  storeNote(note: Note): void {
    this.notes.set(note.id, note);
    this.ledger.push({ kind: 'note', ...note });
  }

  storeTimeEntry(entry: TimeEntry): void {
    this.timeEntries.set(entry.id, entry);
    this.ledger.push({ kind: 'time_entry', ...entry });
  }

  storeStatus(ticket: Ticket, change: StatusChange): void {
    ticket.statusId = change.statusId;
    this.ledger.push({ kind: 'status', ...change });
  }

  /** A person corrects an entry on the timesheet. */
  editTimeEntry(id: number, actualHours: number): void {
    const entry = this.timeEntries.get(id);
    if (!entry) throw new Error(`there is no time entry ${id}`);
    this.timeEntries.set(id, { ...entry, actualHours, lastUpdated: this.timestamp() });
  }

  deleteTimeEntry(id: number): void {
    this.timeEntries.delete(id);
  }
}
