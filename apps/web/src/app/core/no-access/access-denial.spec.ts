import { ADMIN } from '../session/session-fixture.js';
import { accessDenial } from './access-denial.js';

describe('accessDenial', () => {
  it('tells engineers whom to ask', () => {
    expect(accessDenial({ ...ADMIN, role: 'engineer' }).text).toContain('A team admin of the account');
  });

  it('tells people without an account that they need one', () => {
    expect(accessDenial({ ...ADMIN, role: 'super_admin', account: null }).heading).toBe('Your user belongs to no account');
  });
});
