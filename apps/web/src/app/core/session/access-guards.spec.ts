import { administers, pageAfterLogIn } from './access-guards.js';
import { ADMIN } from './session-fixture.js';

describe('pageAfterLogIn', () => {
  it.each([
    ['/analytics/coverage?period=90d', '/analytics/coverage?period=90d'],
    [null, '/analytics'],
    ['', '/analytics'],
    ['https://elsewhere.example/', '/analytics'],
    ['//elsewhere.example/', '/analytics'],
    ['/login?return=%2Flogin', '/analytics'],
  ])('%s leads to %s', (asked, page) => {
    expect(pageAfterLogIn(asked)).toBe(page);
  });
});

describe('administers', () => {
  it('is for admins of an account, and for operators who belong to one', () => {
    expect(administers(ADMIN)).toBe(true);
    expect(administers({ ...ADMIN, role: 'super_admin' })).toBe(true);
  });

  it('is not for engineers, people without an account, or nobody', () => {
    expect(administers({ ...ADMIN, role: 'engineer' })).toBe(false);
    expect(administers({ ...ADMIN, role: 'super_admin', account: null })).toBe(false);
    expect(administers(undefined)).toBe(false);
  });
});
