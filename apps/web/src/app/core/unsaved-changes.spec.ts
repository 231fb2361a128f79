import { OverlayContainer } from '@angular/cdk/overlay';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { provideRouter, Router, type Routes, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';

import { PSA_ROUTES } from '../psa/psa.routes.js';
import { session } from '../sessions/session-fixture.js';
import { SESSIONS_ROUTES } from '../sessions/sessions.routes.js';
import { Session } from './session/session.js';
import { ADMIN, granted } from './session/session-fixture.js';

const ROUTES: Routes = [
  { path: 'sessions', children: SESSIONS_ROUTES },
  { path: 'psa', children: PSA_ROUTES },
  { path: 'elsewhere', children: [] },
];
const UNLOGGED = {
  session_id: 's-1',
  summary: 'Mailbox is full',
  user_id: 'u-1',
  engineer: 'Priya Nair',
  client: null,
  psa_ticket_id: '48516',
  status: 'resolved',
  opened_at: '2026-11-24T10:04:00Z',
  closed_at: '2026-11-24T10:38:00Z',
  minutes: 34,
  suggested_hours: 0.5,
  open_push_id: null,
};
const DRAFT = { connected: true, psa_ticket_id: '48516', note: 'Tunnel drops', minutes: 34, hours: 0.5 };

describe('what was typed on a page and not sent', () => {
  let harness: RouterTestingHarness;
  let server: HttpTestingController;
  const page = () => harness.routeNativeElement;
  const layers = () => TestBed.inject(OverlayContainer).getContainerElement();
  const address = () => TestBed.inject(Router).url;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter(ROUTES, withComponentInputBinding()),
      ],
    });
    TestBed.inject(Session).accept(granted('token', ADMIN));
    server = TestBed.inject(HttpTestingController);
    harness = await RouterTestingHarness.create();
  });

  async function settled(): Promise<void> {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
    TestBed.tick();
  }

  async function openSession(): Promise<void> {
    await harness.navigateByUrl('/sessions/s-1');
    server.expectOne('/sessions/s-1').flush(session({ has_note: false }));
    server.expectOne('/sessions/s-1/timeline').flush({ items: [] });
    await settled();
    server.expectOne('/sessions/s-1/psa/draft').flush(DRAFT);
    server.expectOne('/sessions/s-1/psa/pushes?limit=200').flush({ items: [], next_cursor: null });
    await settled();
  }

  async function openUnlogged(): Promise<void> {
    await harness.navigateByUrl('/psa/unlogged?period=30d');
    server.expectOne(({ urlWithParams }) => urlWithParams.startsWith('/psa/unlogged?')).flush({ items: [UNLOGGED], next_cursor: null });
    await settled();
  }

  async function type(selector: string, words: string): Promise<void> {
    const field = page()?.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector);
    if (!field) throw new Error(`There is no ${selector}`);
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
  }

  async function leave(): Promise<void> {
    void TestBed.inject(Router).navigateByUrl('/elsewhere');
    await settled();
  }

  async function answer(words: string): Promise<void> {
    [...layers().querySelectorAll('button')].find(({ textContent }) => textContent === words)?.click();
    await settled();
  }

  function reloadAsks(): boolean {
    const unload = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(unload);
    return unload.defaultPrevented;
  }

  it.each([
    ['a note for a session', openSession, 'textarea'],
    ['hours of unlogged work', openUnlogged, 'input[aria-label="Hours of Mailbox is full"]'],
  ] as const)('is asked about before it is lost: %s', async (_, open, field) => {
    await open();
    const before = address();
    expect(reloadAsks()).toBe(false);
    await type(field, '0.25');
    expect(reloadAsks()).toBe(true);
    await leave();
    expect(layers().textContent).toContain('Discard your changes?');
    await answer('Keep editing');
    expect(address()).toBe(before);
    await leave();
    await answer('Discard changes');
    expect(address()).toBe('/elsewhere');
  });

  it('is nothing where the suggestion stands again', async () => {
    await openUnlogged();
    for (const hours of ['0.25', '0.5']) await type('input[aria-label="Hours of Mailbox is full"]', hours);
    await leave();
    expect(address()).toBe('/elsewhere');
  });
});
