import type { PsaPushDto } from '@flowpilot/contracts';

import { dayAndTime } from '../../ui/dates.js';
import { push } from '../push-fixture';
import { alreadyAsked } from './already-asked';

const at = (instant: string) => dayAndTime(instant, 'UTC');
const NOTHING = { has_note: false, has_time_entry: false };
const warned = (kind: PsaPushDto['kind'], pushes: PsaPushDto[], session = NOTHING) => alreadyAsked(kind, pushes, session, 'UTC');

describe('what was asked for already', () => {
  it('is the latest of the kind that was not given up', () => {
    const sent = push({ state: 'sent', sent_at: '2026-11-24T10:41:00Z' });
    expect(warned('time_entry', [push({ state: 'dismissed' }), sent])).toBe(`A time entry of 0.75 h was sent ${at('2026-11-24T10:41:00Z')}.`);
    expect(warned('time_entry', [push()])).toBe(`A time entry of 0.75 h is on its way since ${at('2026-11-24T10:39:00Z')}.`);
    expect(warned('note', [push({ kind: 'note', text: 'Hi', state: 'failed' })])).toBe(`A note failed, asked for ${at('2026-11-24T10:39:00Z')}.`);
  });

  it('may have reached the PSA by another way', () => {
    expect(warned('note', [], { has_note: true, has_time_entry: false })).toBe('The session has a note already.');
    expect(warned('time_entry', [], { has_note: false, has_time_entry: true })).toBe('The session has a time entry already.');
  });

  it('is nothing for a status, which may be set again', () => {
    expect(warned('status', [push({ kind: 'status', status: 'New' })], { has_note: true, has_time_entry: true })).toBe('');
    expect(warned('note', [push()])).toBe('');
  });
});
