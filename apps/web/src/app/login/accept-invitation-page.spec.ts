import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { ActivatedRoute, provideRouter, Router } from '@angular/router';
import { jest } from '@jest/globals';

import { apiInterceptor } from '../core/http/api-interceptor.js';
import { Session } from '../core/session/session.js';
import { ADMIN, granted } from '../core/session/session-fixture.js';
import { AcceptInvitationPage } from './accept-invitation-page.js';

const INVITED = { email: 'ada@demo.test', name: 'Ada', account_name: 'Northgate IT', expires_at: '2026-12-01T10:00:00Z' };

describe('AcceptInvitationPage', () => {
  let fixture: ComponentFixture<AcceptInvitationPage>;
  let server: HttpTestingController;
  const element = () => fixture.nativeElement as HTMLElement;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: ActivatedRoute, useValue: { snapshot: { fragment: 'token-1' } } },
      ],
    });
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(AcceptInvitationPage);
    fixture.detectChanges();
  });

  afterEach(() => server.verify());

  async function settled(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }

  async function opened(): Promise<void> {
    const call = server.expectOne('/api/v1/auth/invitation');
    expect(call.request.body).toEqual({ token: 'token-1' });
    call.flush(INVITED);
    await settled();
  }

  async function submit(password: string): Promise<void> {
    const input = element().querySelector<HTMLInputElement>('input[type=password]');
    if (!input) throw new Error('no password is asked for');
    input.value = password;
    input.dispatchEvent(new Event('input'));
    await settled();
    element().querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await settled();
  }

  it.each([
    ['team_admin', '/analytics'],
    ['engineer', '/sessions'],
  ] as const)('sets the password and leads a %s to %s', async (role, page) => {
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
    await opened();
    expect(element().textContent).toContain('Welcome, Ada');
    await submit('long enough');
    const call = server.expectOne('/api/v1/auth/accept-invitation');
    expect(call.request.body).toEqual({ token: 'token-1', password: 'long enough' });
    call.flush(granted('access-1', { ...ADMIN, role }));
    await settled();
    expect(TestBed.inject(Session).accessToken()).toBe('access-1');
    expect(navigate).toHaveBeenCalledWith(page, { replaceUrl: true });
  });

  it('asks for a long password before it sends anything', async () => {
    await opened();
    await submit('short');
    expect(element().textContent).toContain('Choose at least 10 characters');
  });

  it('says that a link is no longer good, and where to go', async () => {
    const problem = { code: 'invitation_ended', detail: 'This link has expired.' };
    server.expectOne('/api/v1/auth/invitation').flush(problem, { status: 410, statusText: '' });
    await settled();
    expect(element().querySelector('[role=alert]')?.textContent).toContain('This link has expired.');
    expect(element().querySelector('a')?.getAttribute('href')).toBe('/login');
  });
});
