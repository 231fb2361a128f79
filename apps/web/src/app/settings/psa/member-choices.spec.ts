import { memberByEmail, memberChoices } from './member-choices';

const MEMBERS = [
  { id: '202', name: 'Elena Vega', email: 'Elena@acme.test' },
  { id: '203', name: 'Tam Nguyen', email: null },
];

describe('the members to choose from', () => {
  it('are those of the PSA', () => {
    expect(memberChoices(MEMBERS, '202').map(({ label }) => label)).toEqual(['Elena Vega (202)', 'Tam Nguyen (203)']);
    expect(memberChoices(undefined, '202')).toEqual([]);
  });

  it('keep one that the PSA has no longer', () => {
    expect(memberChoices(MEMBERS, '9').map(({ label }) => label)).toEqual(['9 (not in the PSA)', 'Elena Vega (202)', 'Tam Nguyen (203)']);
  });

  it('are known by their address', () => {
    expect(memberByEmail(MEMBERS, 'elena@ACME.test')?.id).toBe('202');
    expect(memberByEmail(MEMBERS, 'tam@acme.test')).toBeUndefined();
  });
});
