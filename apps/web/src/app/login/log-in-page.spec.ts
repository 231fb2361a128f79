import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { jest } from '@jest/globals';

import { apiInterceptor } from '../core/http/api-interceptor.js';
import { Session } from '../core/session/session.js';
import { granted } from '../core/session/session-fixture.js';
import { LogInPage } from './log-in-page.js';

const REFRESH = '/api/v1/auth/refresh';

describe('LogInPage', () => {
  let fixture: ComponentFixture<LogInPage>;
  let server: HttpTestingController;
  const element = () => fixture.nativeElement as HTMLElement;
  const passwords = () => element().querySelectorAll('input[type=password]').length;

  beforeEach(async () => {
    localStorage.setItem('flowpilot.logged-in', '1');
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([apiInterceptor])), provideHttpClientTesting(), provideRouter([])],
    });
    server = TestBed.inject(HttpTestingController);
    void TestBed.inject(Session).restore();
    server.expectOne(REFRESH).flush(null, { status: 502, statusText: 'Bad Gateway' });
    fixture = TestBed.createComponent(LogInPage);
    fixture.componentRef.setInput('return', '/flows');
    await settled();
    server.expectOne('/api/v1/setup').flush({ open: false, demo: null });
    await settled();
  });

  it('asks for no password while a log-in of an earlier visit may be good', () => {
    expect(element().querySelector('[role=alert]')?.textContent).toContain('Could not reach the server');
    expect(passwords()).toBe(0);
  });

  it('goes on where the person was when the server answers again', async () => {
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
    await again();
    server.expectOne(REFRESH).flush(granted('token-1'));
    await settled();
    expect(navigate).toHaveBeenCalledWith('/flows');
  });

  it('asks for the password when that log-in has ended', async () => {
    await again();
    server.expectOne(REFRESH).flush(null, { status: 401, statusText: '' });
    await settled();
    expect(passwords()).toBe(1);
  });

  async function again(): Promise<void> {
    element().querySelector<HTMLButtonElement>('[role=alert] button')?.click();
    await settled();
  }

  async function settled(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
});
