import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';

import type { PsaConnectionDto } from '@flowpilot/contracts';

import { ConnectionForm } from './connection-form';

const STORED: PsaConnectionDto = {
  provider: 'connectwise',
  base_url: 'https://api-na.myconnectwise.net',
  company: 'acme',
  client_id: '6d8f3c0e-8f0a-4c58-9a7e-2b1c5d4e9f10',
  default_member_id: null,
  use_default_member: false,
  time_increment_minutes: 15,
  requests_per_minute: null,
  capabilities: { members: true, statuses: true, time_entries: true },
  reconciled_at: null,
  created_at: '2026-11-24T10:00:00Z',
  updated_at: '2026-11-24T10:00:00Z',
};
const REFUSED = { ok: false, checks: [{ right: 'Log in', ok: false, message: 'It does not accept the credentials.' }] };

describe('the form of the PSA connection', () => {
  let fixture: ComponentFixture<ConnectionForm>;
  let http: HttpTestingController;
  let stored: (PsaConnectionDto | null)[];
  const page = () => fixture.nativeElement as HTMLElement;
  const text = () => page().textContent.replace(/\s+/g, ' ');

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(ConnectionForm);
    fixture.componentRef.setInput('connection', STORED);
    fixture.componentRef.setInput('members', undefined);
    stored = [];
    fixture.componentInstance.stored.subscribe((connection) => stored.push(connection));
    await settle();
  });

  async function settle(): Promise<void> {
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }

  async function type(label: string, value: string): Promise<void> {
    const found = [...page().querySelectorAll('label')].find((each) => each.textContent.trim() === label);
    const control = page().querySelector<HTMLInputElement>(`#${found?.htmlFor ?? ''}`);
    if (!control) throw new Error(`There is no ${label}.`);
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
  }

  async function press(name: RegExp): Promise<void> {
    [...page().querySelectorAll('button')].find((each) => name.test(each.textContent))?.click();
    await settle();
  }

  it('tests what is typed before it saves it, with no more secrets than were typed', async () => {
    await type('Private key', 'new-key');
    await press(/Test and save/);
    const test = http.expectOne('/psa/connection/test');
    expect(test.request.body).toMatchObject({ company: 'acme', private_key: 'new-key' });
    expect(test.request.body).not.toHaveProperty('public_key');
    test.flush({ ok: true, checks: [] });
    await settle();
    http.expectOne({ method: 'PUT', url: '/psa/connection' }).flush(STORED);
    await settle();
    expect(stored).toEqual([STORED]);
  });

  it('saves what does not work only when asked once more', async () => {
    await type('Private key', 'wrong');
    await press(/Test and save/);
    http.expectOne('/psa/connection/test').flush(REFUSED);
    await settle();
    expect(text()).toContain('Missing: log in.');
    expect(text()).toContain('It does not accept the credentials.');
    await press(/Save anyway/);
    http.expectOne({ method: 'PUT', url: '/psa/connection' }).flush(STORED);
  });

  it('forgets the answer when something else is typed', async () => {
    await type('Private key', 'wrong');
    await press(/Test connection/);
    http.expectOne('/psa/connection/test').flush(REFUSED);
    await settle();
    await type('Private key', 'right');
    expect(text()).not.toContain('Missing');
    expect(text()).toContain('Test and save');
  });

  it('asks for the keys again where they would go elsewhere', async () => {
    await type('Company id', 'other');
    await press(/Test and save/);
    http.expectNone('/psa/connection/test');
    expect(text()).toContain('Enter the private key');
  });

  it('shows a refusal at its field', async () => {
    await type('Site', 'https://10.0.0.8');
    await type('Public key', 'a');
    await type('Private key', 'b');
    await press(/Test connection/);
    const problem = { code: 'validation_failed', detail: 'no', errors: [{ pointer: '/base_url', message: 'base_url must be a public address' }] };
    http.expectOne('/psa/connection/test').flush(problem, { status: 422, statusText: 'Refused' });
    await settle();
    expect(text()).toContain('Base url must be a public address');
    expect(page().querySelector('fp-form-problem')).toBeNull();
  });
});
