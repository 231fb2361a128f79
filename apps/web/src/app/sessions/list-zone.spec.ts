import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import type { PsaActivityDto, UnloggedSessionDto } from '@flowpilot/contracts';

import { Session } from '../core/session/session.js';
import { ADMIN, granted } from '../core/session/session-fixture.js';
import { ActivityListPage } from '../psa/activities/activity-list-page.js';
import { push } from '../psa/push-fixture.js';
import { PushMonitorPage } from '../psa/pushes/push-monitor-page.js';
import { UnloggedPage } from '../psa/unlogged/unlogged-page.js';
import { SessionListPage } from './list/session-list-page.js';
import { SessionListStore } from './list/session-list-store.js';
import { session } from './session-fixture.js';

const ACTIVITY: PsaActivityDto = {
  id: 'a-1',
  activity_type: 'time_entry_posted',
  session_id: null,
  user_id: null,
  psa_ticket_id: '48516',
  psa_entry_id: '7',
  hours_logged: 0.75,
  created_at: '2026-11-24T10:39:00Z',
};
const UNLOGGED: UnloggedSessionDto = {
  session_id: 's-1',
  summary: 'Tunnel drops',
  user_id: null,
  engineer: null,
  client: null,
  psa_ticket_id: '48516',
  status: 'resolved',
  opened_at: '2026-11-24T10:04:00Z',
  closed_at: '2026-11-24T10:39:00Z',
  minutes: 35,
  suggested_hours: 0.75,
  open_push_id: null,
};

describe('a list of moments', () => {
  it.each<[string, Type<unknown>, object]>([
    ['/sessions', SessionListPage, session()],
    ['/psa/activities', ActivityListPage, ACTIVITY],
    ['/psa/pushes', PushMonitorPage, push({ state: 'sent' })],
    ['/psa/unlogged', UnloggedPage, UNLOGGED],
  ])('names the zone of its times: %s', async (path, page, item) => {
    const routes = provideRouter([{ path: '**', children: [] }]);
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), routes, SessionListStore] });
    TestBed.inject(Session).accept(granted('token', ADMIN));
    const fixture = TestBed.createComponent(page);
    const settled = async () => {
      fixture.detectChanges();
      await new Promise((resolve) => setTimeout(resolve));
      fixture.detectChanges();
    };
    await settled();
    TestBed.inject(HttpTestingController)
      .expectOne(({ url, urlWithParams }) => (url.split('?')[0] ?? '') === path && urlWithParams.includes('limit=50'))
      .flush({ items: [item], next_cursor: null });
    await settled();
    const foot = (fixture.nativeElement as HTMLElement).querySelector('.foot-row span');
    expect(foot?.textContent).toMatch(/1.* · Europe\/London$/);
  });
});
