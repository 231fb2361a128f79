import { Clipboard } from '@angular/cdk/clipboard';
import { type Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';

import type { ServerProblem } from '../../core/problem.js';
import { ErrorState } from './error-state.js';
import { ListProblem } from './list-problem.js';
import { StaleLine } from './stale-line.js';

const PROBLEM: ServerProblem = {
  code: 'internal_error',
  status: 500,
  detail: 'The server failed.',
  requestId: '0193-abcd',
  retryAt: undefined,
  errors: [],
};

interface Retried {
  readonly retry: { subscribe(listener: () => void): unknown };
}

const STATES: readonly [string, Type<Retried>, Record<string, unknown>][] = [
  ['ErrorState', ErrorState, { heading: 'Could not load the flows', problem: PROBLEM }],
  ['ListProblem', ListProblem, { problem: PROBLEM }],
  ['StaleLine', StaleLine, { since: new Date(), timeZone: 'UTC', requestId: PROBLEM.requestId }],
];

describe.each(STATES)('%s', (_, state, inputs) => {
  let fixture: ComponentFixture<Retried>;
  const element = () => fixture.nativeElement as HTMLElement;

  beforeEach(() => {
    fixture = TestBed.createComponent(state);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    fixture.detectChanges();
  });

  it('shows the id of the request, to be copied', () => {
    const copied: string[] = [];
    TestBed.inject(Clipboard).copy = (text) => copied.push(text) > 0;
    expect(element().textContent).toContain('0193-abcd');
    element().querySelector<HTMLButtonElement>('[aria-label="Copy request id"]')?.click();
    expect(copied).toEqual(['0193-abcd']);
  });

  it('offers to try again', () => {
    let retried = 0;
    fixture.componentInstance.retry.subscribe(() => (retried += 1));
    [...element().querySelectorAll('button')].find(({ textContent }) => textContent.includes('Try again'))?.click();
    expect(retried).toBe(1);
  });
});
