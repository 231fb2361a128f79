import type { UnloggedSessionDto } from '@flowpilot/contracts';

import { dayAndTime } from '../../ui/dates.js';
import { push } from '../push-fixture';
import { hoursIn } from './hours-field';
import { type RowState, unloggedRow } from './unlogged-row';

const SESSION: UnloggedSessionDto = {
  session_id: 'session-1',
  summary: 'Mailbox is full',
  user_id: 'user-1',
  engineer: 'Priya Nair',
  client: null,
  psa_ticket_id: '48516',
  status: 'resolved',
  opened_at: '2026-11-24T10:04:00Z',
  closed_at: '2026-11-24T10:38:00Z',
  minutes: 34,
  suggested_hours: 0.5,
  open_push_id: null,
};
const STATE: RowState = { hours: 0.5, selected: false, sending: false, push: undefined, refused: undefined };
const row = (session: Partial<UnloggedSessionDto> = {}, state: Partial<RowState> = {}) =>
  unloggedRow({ ...SESSION, ...session }, { ...STATE, ...state }, 'UTC');

describe('a session without a time entry', () => {
  it('can be logged with the hours that stand there', () => {
    expect(row()).toMatchObject({ title: 'Mailbox is full', client: '–', ticket: '#48516', minutes: '34 min', canLog: true, button: 'Log 0.50 h', result: undefined });
    expect(row({ summary: null }).title).toBe(`Session of ${dayAndTime(SESSION.opened_at, 'UTC')}`);
  });

  it('is doubtful when it was open for longer than a working day', () => {
    expect(row({ minutes: 480 }).doubtful).toBe(false);
    expect(row({ minutes: 480.1 }).doubtful).toBe(true);
  });

  it('is not logged twice', () => {
    expect(row({ open_push_id: 'push-1' })).toMatchObject({ canLog: false, button: 'Asked for', result: { text: 'A time entry was asked for' } });
    expect(row({}, { sending: true })).toMatchObject({ canLog: false, button: 'Sending …' });
  });

  it.each([
    [{ push: push() }, 'On its way to the PSA', 'muted'],
    [{ push: push({ state: 'sent' as const }) }, '0.75 h logged', 'good'],
    [{ push: push({ state: 'failed' as const, last_error: 'No such ticket.' }) }, 'Failed: No such ticket.', 'poor'],
    [{ refused: 'The session has a time entry already.' }, 'The session has a time entry already.', 'poor'],
  ])('tells what became of it', (state, text, tone) => expect(row({}, state).result).toEqual({ text, tone }));
});

describe('hours that are typed', () => {
  it.each([
    ['0.75', 0.75],
    ['24', 24],
    ['0.0001', 0.0001],
    ['0', undefined],
    ['-1', undefined],
    ['24.1', undefined],
    ['0.00001', undefined],
    ['', undefined],
    ['soon', undefined],
  ])('%s', (text, hours) => expect(hoursIn(text)).toBe(hours));
});
