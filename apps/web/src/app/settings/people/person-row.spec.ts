import type { UserDto } from '@flowpilot/contracts';

import { ADMIN } from '../../core/session/session-fixture.js';
import { calendarDay } from '../../ui/dates.js';
import { inOrder, personRow } from './person-row.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const USER: UserDto = {
  id: 'user-2',
  email: 'priya@demo.test',
  name: 'Priya Nair',
  role: 'engineer',
  is_active: true,
  has_password: true,
  invited_until: null,
  psa_member_id: null,
  created_at: '2026-11-01T00:00:00Z',
  last_login_at: null,
};

const row = (given: Partial<UserDto>, viewer = ADMIN) => personRow({ ...USER, ...given }, viewer, 'Europe/London', NOW);

describe('personRow', () => {
  it.each<[string, Partial<UserDto>, string]>([
    ['has a password', {}, 'Active'],
    ['was deactivated', { is_active: false }, 'Deactivated'],
    ['has a link', { has_password: false, invited_until: '2026-12-01T10:00:00Z' }, `Invited, until ${calendarDay('2026-12-01T10:00:00Z', 'Europe/London')}`],
    ['has let the link expire', { has_password: false, invited_until: '2026-11-24T12:00:00Z' }, 'Link expired'],
    ['has nothing to log in with', { has_password: false }, 'Needs a link'],
  ])('tells who %s', (_, given, state) => {
    expect(row(given).state.label).toBe(state);
  });

  it('tells the last log-in in the account’s zone', () => {
    expect(row({}).lastLogIn).toBe('Never');
    expect(row({ last_login_at: '2026-07-02T09:04:00Z' }).lastLogIn).toMatch(/10:04$/);
  });

  it('keeps super admins from team admins, and knows who looks', () => {
    expect(row({ role: 'super_admin' }).manageable).toBe(false);
    expect(row({ role: 'super_admin' }, { ...ADMIN, role: 'super_admin' }).manageable).toBe(true);
    expect([row({}).self, row({ id: ADMIN.id }).self]).toEqual([false, true]);
  });
});

describe('inOrder', () => {
  it('puts who cannot log in last', () => {
    const people = [{ ...USER, name: 'Zoe' }, { ...USER, name: 'Abel', is_active: false }, { ...USER, name: 'Mia' }];
    expect(inOrder(people).map(({ name }) => name)).toEqual(['Mia', 'Zoe', 'Abel']);
  });
});
