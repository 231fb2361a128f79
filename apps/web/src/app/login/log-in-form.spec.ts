import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';

import type { DemoAccessDto } from '@flowpilot/contracts';

import { apiInterceptor } from '../core/http/api-interceptor.js';
import { granted } from '../core/session/session-fixture.js';
import { LogInForm } from './log-in-form.js';

const LOG_IN = '/api/v1/auth/login';
const DEMO: DemoAccessDto = { password: 'flowpilot-demo', people: [{ role: 'team_admin', email: 'admin@demo.test' }] };

describe('LogInForm', () => {
  let fixture: ComponentFixture<LogInForm>;
  let server: HttpTestingController;
  let done = 0;
  const element = () => fixture.nativeElement as HTMLElement;
  const input = (type: string) => element().querySelector<HTMLInputElement>(`input[type=${type}]`);

  beforeEach(async () => {
    done = 0;
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([apiInterceptor])), provideHttpClientTesting()],
    });
    fixture = TestBed.createComponent(LogInForm);
    server = TestBed.inject(HttpTestingController);
    fixture.componentRef.setInput('demo', DEMO);
    fixture.componentInstance.done.subscribe(() => (done += 1));
    await fixture.whenStable();
  });

  afterEach(() => {
    server.verify();
  });

  it('logs in with what the demo’s button has filled in', async () => {
    await press('button[aria-pressed]');
    expect([input('email')?.value, input('password')?.value]).toEqual(['admin@demo.test', 'flowpilot-demo']);
    await press('button[type=submit]');
    server.expectOne(LOG_IN).flush(granted('token-1'));
    await settled();
    expect(done).toBe(1);
  });

  it('asks for what is missing and sends nothing', async () => {
    await press('button[type=submit]');
    expect(element().textContent).toContain('Enter your e-mail address');
    expect(input('email')?.getAttribute('aria-invalid')).toBe('true');
  });

  it('says that the two do not belong together and keeps both', async () => {
    await refused(401, 'unauthenticated');
    expect(element().querySelector('[role=alert]')?.textContent).toContain('do not belong together');
    expect([input('email')?.value, input('password')?.value]).toEqual(['admin@demo.test', 'flowpilot-demo']);
  });

  it('waits as long as the server asks for', async () => {
    await refused(429, 'rate_limited', { 'Retry-After': '30' });
    expect(element().textContent).toMatch(/You can try again in (29|30) s/);
    await press('button[type=submit]');
  });

  async function refused(status: number, code: string, headers: Record<string, string> = {}): Promise<void> {
    await press('button[aria-pressed]');
    await press('button[type=submit]');
    server.expectOne(LOG_IN).flush({ code, detail: '' }, { status, statusText: '', headers });
    await settled();
  }

  async function press(selector: string): Promise<void> {
    element().querySelector<HTMLButtonElement>(selector)?.click();
    await settled();
  }

  async function settled(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
});
