import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import { Session } from '../../../core/session/session.js';
import { ADMIN, granted } from '../../../core/session/session-fixture.js';
import { FLOW } from '../flow-fixture.js';
import { FlowFacts } from './flow-facts.js';

const USED = { ...FLOW, usage_count: 49, resolved_count: 46, success_rate: 46 / 49 };

describe('FlowFacts', () => {
  function shown(flow: typeof FLOW, user = ADMIN): HTMLElement {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    TestBed.inject(Session).accept(granted('token', user));
    const fixture = TestBed.createComponent(FlowFacts);
    fixture.componentRef.setInput('flow', flow);
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  }
  const linksOf = (element: HTMLElement) => [...element.querySelectorAll('a')].map(({ textContent, search }) => [textContent, search]);

  it('opens the rows of its figures', () => {
    expect(linksOf(shown(USED))).toEqual([
      [`49 sessions, show the sessions of ${USED.name}`, '?flow_id=flow-1&lifetime=true'],
      [`93.9%, show the resolved sessions of ${USED.name}`, '?flow_id=flow-1&lifetime=true&status=resolved'],
    ]);
  });

  it('opens nothing to an engineer, who sees only sessions of their own', () => {
    const element = shown(USED, { ...ADMIN, role: 'engineer' });
    expect([linksOf(element), element.textContent]).toEqual([[], expect.stringContaining('49 sessions matched in its whole life')]);
  });

  it('opens nothing where nothing was matched', () => {
    expect(linksOf(shown({ ...FLOW, usage_count: 0, success_rate: null }))).toEqual([]);
  });
});
