import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';

import { ChosenPeriod, periodIn } from './period.js';

@Component({ selector: 'fp-any-page', template: '' })
class AnyPage {}

describe('periodIn', () => {
  it.each([
    ['7d', '7d'],
    ['90d', '90d'],
    [null, '30d'],
    ['12d', '30d'],
    ['custom', '30d'],
  ])('%s means %s', (word, period) => {
    expect(periodIn(word)).toBe(period);
  });
});

describe('ChosenPeriod', () => {
  it('follows the address', async () => {
    TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', component: AnyPage }])] });
    const period = TestBed.inject(ChosenPeriod);
    const harness = await RouterTestingHarness.create('/analytics/coverage');
    expect(period.value()).toBe('30d');
    await harness.navigateByUrl('/analytics/coverage?period=7d&sort=usage');
    expect(period.value()).toBe('7d');
    await harness.navigateByUrl('/analytics/psa?period=90d');
    expect(period.value()).toBe('90d');
  });
});
