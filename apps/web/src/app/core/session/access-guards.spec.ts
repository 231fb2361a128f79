import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';

import type { MeDto } from '@flowpilot/contracts';

import { administers, pageAfterLogIn, toFirstPage } from './access-guards.js';
import { Session } from './session.js';
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
    expect(pageAfterLogIn(asked, ADMIN)).toBe(page);
  });

  it.each([
    [{ ...ADMIN, role: 'engineer' } as const, '/sessions'],
    [{ ...ADMIN, role: 'super_admin' } as const, '/analytics'],
    [{ ...ADMIN, role: 'super_admin', account: null } as const, '/analytics'],
  ])('unasked leads everybody where they may be', (user, page) => {
    expect(pageAfterLogIn(undefined, user)).toBe(page);
  });

  it('leads engineers where they asked to be', () => {
    expect(pageAfterLogIn('/flows', { ...ADMIN, role: 'engineer' })).toBe('/flows');
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

describe('toFirstPage', () => {
  it.each([
    [undefined, '/login'],
    [ADMIN, '/analytics'],
    [{ ...ADMIN, role: 'engineer' } as const, '/sessions'],
  ])('leads the bare address where its visitor begins', async (user: MeDto | undefined, page) => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: '', pathMatch: 'full', redirectTo: toFirstPage }, { path: '**', children: [] }]),
        { provide: Session, useValue: { restore: () => Promise.resolve(), user: () => user } },
      ],
    });
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/');
    expect(router.url).toBe(page);
  });
});
