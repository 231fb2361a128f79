import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import type { PsaPushDto, PushDraftDto, SessionDto } from '@flowpilot/contracts';

import { Session } from '../../core/session/session.js';
import { ADMIN, granted } from '../../core/session/session-fixture.js';
import { push } from '../push-fixture';
import { SessionPsa } from './session-psa';

const DRAFT: PushDraftDto = { connected: true, psa_ticket_id: '48516', note: 'Tunnel drops', minutes: 34, hours: 0.5 };
const SESSION = {
  id: 's1',
  psa_ticket_id: '48516',
  status: 'resolved',
  summary: 'Tunnel drops',
  matched_flow_id: null,
  has_note: false,
  has_time_entry: false,
  created_at: '2026-11-24T10:04:00Z',
} as SessionDto;

describe('a session on its way to the PSA', () => {
  let fixture: ComponentFixture<SessionPsa>;
  let http: HttpTestingController;
  let arrivals: number;
  const text = () => (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');
  const button = (name: RegExp) =>
    [...(fixture.nativeElement as HTMLElement).querySelectorAll('button')].find((each) => name.test(each.textContent));

  async function open(pushes: PsaPushDto[], draft = DRAFT, user = ADMIN): Promise<void> {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    TestBed.inject(Session).accept(granted('token', user));
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(SessionPsa);
    fixture.componentRef.setInput('session', SESSION);
    arrivals = 0;
    fixture.componentInstance.arrived.subscribe(() => (arrivals += 1));
    fixture.detectChanges();
    http.expectOne('/sessions/s1/psa/draft').flush(draft);
    http.expectOne('/sessions/s1/psa/pushes?limit=200').flush({ items: pushes, next_cursor: null });
    await settle();
  }

  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }

  it('posts the note that the session makes, and shows it on its way', async () => {
    await open([]);
    const note = (fixture.nativeElement as HTMLElement).querySelector('textarea');
    expect(note?.value).toBe('Tunnel drops');
    button(/Post note/)?.click();
    await settle();
    const request = http.expectOne('/sessions/s1/psa/notes');
    expect(request.request.body).toEqual({ text: 'Tunnel drops', internal: false });
    request.flush(push({ kind: 'note', text: 'Tunnel drops', hours: null }));
    await settle();
    expect(text()).toContain('Note Tunnel dropsOn its way to the PSAPending');
  });

  it('keeps what is open when the session is read anew', async () => {
    await open([]);
    fixture.componentRef.setInput('session', { ...SESSION, has_note: true });
    await settle();
    expect(button(/Post note/)).toBeDefined();
    expect(button(/^Log/)).toBeUndefined();
  });

  it('tells when something has arrived', async () => {
    await open([push()]);
    expect(arrivals).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 1_100)); // the first look
    http.expectOne('/sessions/s1/psa/pushes?limit=200').flush({ items: [push({ state: 'sent', psa_entry_id: '1001' })], next_cursor: null });
    await settle();
    expect(arrivals).toBe(1);
    expect(text()).toContain('Entry 1001 of the PSA');
  });

  it('tells from when the pushes are that could not be looked at again', async () => {
    await open([push()]);
    await new Promise((resolve) => setTimeout(resolve, 1_100)); // the first look
    const failure = { code: 'internal_error', detail: 'The server failed.', instance: '0193-abcd' };
    http.expectOne('/sessions/s1/psa/pushes?limit=200').flush(failure, { status: 500, statusText: '' });
    await settle();
    expect(text()).toMatch(/Could not refresh\. These pushes are from \d\d:\d\d\. Request 0193-abcd/);
    button(/Try again/)?.click();
    http.expectOne('/sessions/s1/psa/pushes?limit=200').flush({ items: [push()], next_cursor: null });
    await settle();
    expect(text()).not.toContain('Could not refresh');
  });

  it('lets an admin retry what failed, and tells an engineer who can', async () => {
    const failed = push({ state: 'failed', last_error: 'No such ticket.' });
    await open([failed]);
    expect(button(/Retry/)).toBeDefined();
    TestBed.resetTestingModule();
    await open([failed], DRAFT, { ...ADMIN, role: 'engineer' });
    expect(button(/Retry/)).toBeUndefined();
    expect(text()).toContain('No such ticket. An admin can have it tried again.');
  });

  it('gives the pushes as a file, to an engineer too', async () => {
    await open([push()], DRAFT, { ...ADMIN, role: 'engineer' });
    (fixture.nativeElement as HTMLElement).querySelector<HTMLButtonElement>('[aria-label="Download these pushes as CSV"]')?.click();
    http.expectOne('/sessions/s1/psa/pushes.csv');
  });

  it('says what is missing before anything can be sent', async () => {
    await open([], { ...DRAFT, psa_ticket_id: null });
    expect(text()).toContain('The session has no ticket');
    TestBed.resetTestingModule();
    await open([], { ...DRAFT, connected: false }, { ...ADMIN, role: 'engineer' });
    expect(text()).toContain('An admin can connect it in the settings.');
  });
});
