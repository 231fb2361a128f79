import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import { LastWrite } from '../core/last-write.js';
import { Session } from '../core/session/session.js';
import { ADMIN, granted } from '../core/session/session-fixture.js';
import { SessionListPage } from './list/session-list-page.js';
import { SessionListStore } from './list/session-list-store.js';
import { SessionPage } from './page/session-page.js';
import { SessionStore } from './page/session-store.js';
import { session } from './session-fixture.js';

const FAILURE = { code: 'internal_error', detail: 'The server failed.', instance: '0193-abcd' };

describe('sessions that cannot be read anew', () => {
  let fixture: ComponentFixture<unknown>;
  let server: HttpTestingController;
  const text = () => (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');

  beforeEach(() => {
    const routes = provideRouter([{ path: '**', children: [] }]);
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), routes, SessionListStore] });
    TestBed.inject(Session).accept(granted('token', ADMIN));
    server = TestBed.inject(HttpTestingController);
  });

  it.each([
    ['an empty list', [], 'No sessions in the last 30 days'],
    ['a list with rows', [session()], 'Harbour Dental'],
  ])('are those of before on %s, which tells so', async (_, items, seen) => {
    fixture = TestBed.createComponent(SessionListPage);
    await settled();
    server.expectOne('/sessions?period=30d&limit=50').flush({ items, next_cursor: null });
    await settled();
    expect(text()).toContain(seen);
    expect(text()).not.toContain('Could not refresh');
    TestBed.inject(LastWrite).note();
    void TestBed.inject(SessionListStore).show('period=30d');
    server.expectOne('/sessions?period=30d&limit=50').flush(FAILURE, { status: 500, statusText: '' });
    await settled();
    expect(text()).toMatch(/Could not refresh\. This list is from \d\d:\d\d\. Request 0193-abcd/);
    again();
    server.expectOne('/sessions?period=30d&limit=50').flush({ items, next_cursor: null });
    await settled();
    expect(text()).not.toContain('Could not refresh');
  });

  it('are told by the page of one', async () => {
    const page = TestBed.createComponent(SessionPage);
    fixture = page;
    page.componentRef.setInput('id', 's-1');
    await settled();
    await read();
    expect(text()).toContain('Harbour Dental');
    void page.debugElement.injector.get(SessionStore).load('s-1');
    server.expectOne('/sessions/s-1').flush(FAILURE, { status: 500, statusText: '' });
    await settled();
    expect(text()).toMatch(/Could not refresh\. What you see is from \d\d:\d\d\. Request 0193-abcd/);
    expect(text()).toContain('Harbour Dental');
    server.match('/sessions/s-1/timeline');
    again();
    await read();
    expect(text()).not.toContain('Could not refresh');
  });

  async function read(): Promise<void> {
    server.expectOne('/sessions/s-1').flush(session());
    server.expectOne('/sessions/s-1/timeline').flush({ items: [] });
    await settled();
  }

  function again(): void {
    const buttons = [...(fixture.nativeElement as HTMLElement).querySelectorAll('button')];
    buttons.find(({ textContent }) => textContent === 'Try again')?.click();
  }

  async function settled(): Promise<void> {
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
});
