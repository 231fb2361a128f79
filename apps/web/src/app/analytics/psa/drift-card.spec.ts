import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideZonelessChangeDetection } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import { DriftCard } from './drift-card';
import { psaMetrics } from './psa-fixture';

const { window } = psaMetrics();
const DRIFT = { pushed_hours: 641.25, present_hours: 640, changed_entries: 3, deleted_entries: 0, reconciled_at: '2026-11-24T03:10:00Z', window };

describe('the drift card', () => {
  let fixture: ComponentFixture<DriftCard>;
  let server: HttpTestingController;
  const card = () => fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  };
  const read = (period: string) => server.expectOne(`/psa/drift?period=${period}`);
  const answer = async (period: string) => {
    read(period).flush(DRIFT);
    await settle();
  };
  const refuse = async (period: string) => {
    read(period).flush({ code: 'internal_error', detail: 'It broke.' }, { status: 500, statusText: 'No' });
    await settle();
  };
  const choose = async (period: string) => {
    fixture.componentRef.setInput('query', `period=${period}`);
    fixture.componentRef.setInput('params', { period });
    await settle();
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(DriftCard);
    fixture.componentRef.setInput('window', window);
    fixture.componentRef.setInput('explanation', { title: 'Drift', definition: '', facts: [] });
    await choose('30d');
  });

  it('shows no figures of another window, neither while the chosen one loads nor when it fails', async () => {
    await answer('30d');
    expect(card().textContent).toContain('641.25 h');
    await choose('7d');
    expect(card().textContent).not.toContain('641.25 h');
    expect(card().querySelector('[aria-busy=true]')).not.toBeNull();
    await refuse('7d');
    expect(card().querySelector('[role=alert]')?.textContent).toContain('Could not load the drift. It broke.');
    expect(card().textContent).not.toContain('641.25 h');
  });

  it('keeps those of the same window, and says from when they are', async () => {
    await answer('30d');
    fixture.componentRef.setInput('window', { ...window });
    await settle();
    await refuse('30d');
    expect(card().textContent).toContain('641.25 h');
    expect(card().querySelector('fp-stale-line')?.textContent).toContain('Could not refresh.');
    expect(card().querySelector('[role=alert]')).toBeNull();
    card().querySelector<HTMLElement>('fp-stale-line button')?.click();
    await settle();
    await answer('30d');
    expect(card().querySelector('fp-stale-line')).toBeNull();
  });

  it('leads from its figures to their rows', async () => {
    await answer('30d');
    expect([...card().querySelectorAll('dd a')].map((link) => link.getAttribute('href'))).toEqual([
      '/psa/activities?period=30d&activity_type=time_entry_posted',
      '/psa/drift?period=30d',
    ]);
  });
});
