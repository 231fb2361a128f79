/** What the stand-in keeps: the parts of ConnectWise's records that the product meets. */
export interface Member {
  id: number;
  identifier: string;
  firstName: string;
  lastName: string;
  officeEmail: string;
  inactiveFlag: boolean;
}

export interface BoardStatus {
  id: number;
  boardId: number;
  name: string;
  sortOrder: number;
  closedStatus: boolean;
  inactive: boolean;
  timeEntryNotAllowed: boolean;
}

export interface Board {
  id: number;
  name: string;
}

export interface Ticket {
  id: number;
  summary: string;
  boardId: number;
  statusId: number;
}

export interface Note {
  id: number;
  ticketId: number;
  text: string;
  memberId: number;
  detailDescriptionFlag: boolean;
  internalAnalysisFlag: boolean;
  resolutionFlag: boolean;
  /** Whether the customer was e-mailed. */
  processNotifications: boolean;
  dateCreated: string;
}

export const BILLABLE_OPTIONS = ['Billable', 'DoNotBill', 'NoCharge', 'NoDefault'] as const;
export type BillableOption = (typeof BILLABLE_OPTIONS)[number];

export interface TimeEntry {
  id: number;
  chargeToId: number;
  chargeToType: 'ServiceTicket';
  memberId: number;
  timeStart: string;
  actualHours: number;
  billableOption: BillableOption;
  notes: string;
  internalNotes: string;
  dateEntered: string;
  lastUpdated: string;
}

export interface StatusChange {
  ticketId: number;
  statusId: number;
}

/** Everything that was stored, in the order in which it was. */
export type LedgerLine =
  | ({ kind: 'note' } & Note)
  | ({ kind: 'time_entry' } & TimeEntry)
  | ({ kind: 'status' } & StatusChange);

/** What the security role of an API member allows. */
export const RIGHTS = [
  'system.info',
  'members.read',
  'boards.read',
  'tickets.read',
  'tickets.edit',
  'notes.add',
  'time.read',
  'time.add',
] as const;
export type Right = (typeof RIGHTS)[number];

export interface ApiMember {
  publicKey: string;
  privateKey: string;
  rights: Set<Right>;
}
