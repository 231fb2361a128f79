import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';

import { withPeriod } from './remembered-period.js';

@Component({ template: '' })
class AnyTab {}

describe('withPeriod', () => {
  const children = ['overview', 'coverage'].map((path) => ({ path, component: AnyTab }));
  const visit = async (address: string) => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [provideRouter([{ path: 'analytics', canActivateChild: [withPeriod], children }])],
    });
    await RouterTestingHarness.create(address);
    return TestBed.inject(Router).url;
  };

  beforeEach(() => {
    localStorage.clear();
  });

  it('spells out the default', async () => {
    expect(await visit('/analytics/coverage?sort=usage')).toBe('/analytics/coverage?sort=usage&period=30d');
  });

  it('leaves what the address says, and remembers it for the next visit', async () => {
    expect(await visit('/analytics/overview?period=7d')).toBe('/analytics/overview?period=7d');
    expect(await visit('/analytics/coverage')).toBe('/analytics/coverage?period=7d');
  });

  it('neither replaces nor remembers dates', async () => {
    expect(await visit('/analytics/overview?from=2026-11-01')).toBe('/analytics/overview?from=2026-11-01');
    expect(await visit('/analytics/overview?period=fortnight')).toContain('fortnight');
    expect(await visit('/analytics/overview')).toBe('/analytics/overview?period=30d');
  });

  it('keeps the days of the page that one comes from', async () => {
    await visit('/analytics/overview?from=2026-11-01&to=2026-11-07');
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/analytics/coverage?sort=usage');
    expect(router.url).toBe('/analytics/coverage?sort=usage&from=2026-11-01&to=2026-11-07');
  });
});
