import { provideHttpClient } from '@angular/common/http';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';

import { AnalyticsFrame } from './analytics-frame.js';
import { ShownAnswer } from './shown-answer.js';

@Component({ selector: 'fp-any-tab', template: '' })
class AnyTab {}

describe('AnalyticsFrame', () => {
  let harness: RouterTestingHarness;
  const all = (selector: string) => [...(harness.routeNativeElement?.querySelectorAll<HTMLElement>(selector) ?? [])];
  const links = (name: string) => all(`[aria-label="${name}"] a`);

  beforeEach(async () => {
    const children = ['overview', 'coverage', 'flow-quality', 'psa'].map((path) => ({ path, component: AnyTab }));
    TestBed.configureTestingModule({
      providers: [
        ShownAnswer,
        provideHttpClient(),
        provideRouter([{ path: 'analytics', component: AnalyticsFrame, children }]),
      ],
    });
    harness = await RouterTestingHarness.create('/analytics/coverage?period=7d&sort=usage');
    await harness.fixture.whenStable();
  });

  it('leads to each tab by a link that keeps the period and drops what belongs to another tab', () => {
    expect(links('Analytics views').map((link) => [link.textContent.trim(), link.getAttribute('href')])).toEqual([
      ['Overview', '/analytics/overview?period=7d'],
      ['Coverage', '/analytics/coverage?period=7d'],
      ['Flow quality', '/analytics/flow-quality?period=7d'],
      ['PSA', '/analytics/psa?period=7d'],
    ]);
  });

  it('marks the tab in view and the period', () => {
    const current = all('[aria-current]');
    expect(current.map((link) => link.textContent.trim().replace(/\s+/g, ' '))).toEqual(['7 days d', 'Coverage']);
  });

  it('changes the period and stays on the tab as it is sorted', () => {
    expect(links('Period').map((link) => link.getAttribute('href'))).toEqual([
      '/analytics/coverage?period=7d&sort=usage',
      '/analytics/coverage?period=30d&sort=usage',
      '/analytics/coverage?period=90d&sort=usage',
    ]);
  });
});
