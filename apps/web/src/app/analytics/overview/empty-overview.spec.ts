import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import { ChosenPeriod } from '../period.js';
import { ShownAnswer } from '../shown-answer.js';
import { WINDOW } from '../window-fixture.js';
import { EmptyOverview } from './empty-overview.js';

describe('EmptyOverview', () => {
  let fixture: ComponentFixture<EmptyOverview>;
  let server: HttpTestingController;
  const element = () => fixture.nativeElement as HTMLElement;
  const button = (words: string) => [...element().querySelectorAll('button')].find(({ textContent }) => textContent.includes(words));

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        ShownAnswer,
        { provide: ChosenPeriod, useValue: { days: signal(30) } },
      ],
    });
    server = TestBed.inject(HttpTestingController);
    open();
  });

  function open(): void {
    fixture = TestBed.createComponent(EmptyOverview);
    fixture.componentRef.setInput('activeFlows', 0);
    fixture.componentRef.setInput('window', WINDOW);
    TestBed.tick();
  }

  async function answered(count: number): Promise<void> {
    server.expectOne('/sessions/count?lifetime=true').flush({ count, more: false });
    await fixture.whenStable();
  }

  it('offers a wider window where there were sessions before', async () => {
    await answered(1284);
    expect(element().textContent).toMatch(/No sessions in these 30 days.*1,284 sessions, all from before/s);
    expect(element().querySelector('a.btn')?.getAttribute('href')).toContain('period=90d');
  });

  it('does not call sessions earlier that may be later than days which are over', async () => {
    fixture.componentRef.setInput('window', { ...WINDOW, period: 'custom', to: '2026-11-01T00:00:00Z' });
    await answered(1284);
    expect(element().textContent).toContain('1,284 sessions, all outside these days.');
  });

  it('guides to the first session where there was none', async () => {
    await answered(0);
    expect(element().textContent).toMatch(/No sessions yet.*Create a flow.*Make an API key.*Send a session.*import a file.*demo/s);
  });

  it('makes a key, and puts it into the command', async () => {
    await answered(0);
    button('Make a key')?.click();
    const call = server.expectOne('/api-keys');
    expect(call.request.body).toMatchObject({ scopes: ['sessions:write'] });
    call.flush({ key: 'fp_secret' });
    await fixture.whenStable();
    expect(element().querySelector('pre')?.textContent).toContain(`curl -X POST ${location.origin}/api/v1/sessions`);
    expect(element().querySelector('pre')?.textContent).toContain('Bearer fp_secret"');
    expect(button('Make a key')).toBeUndefined();
  });

  it('keeps the key for whoever leaves to create a flow and comes back', async () => {
    await answered(0);
    button('Make a key')?.click();
    server.expectOne('/api-keys').flush({ key: 'fp_secret' });
    await fixture.whenStable();
    fixture.destroy();
    open();
    await answered(0);
    expect(element().querySelector('pre')?.textContent).toContain('Bearer fp_secret"');
  });

  it('claims nothing until the sessions are counted', () => {
    expect(element().querySelector('fp-overview-skeleton')).not.toBeNull();
    expect(element().textContent).not.toContain('No sessions');
  });

  it('says when they could not be counted, and tries again', async () => {
    server.expectOne('/sessions/count?lifetime=true').flush({ code: 'unavailable' }, { status: 503, statusText: 'No' });
    await fixture.whenStable();
    expect(element().textContent).not.toContain('No sessions');
    button('Try again')?.click();
    TestBed.tick();
    await answered(0);
    expect(element().textContent).toContain('No sessions yet');
  });
});
