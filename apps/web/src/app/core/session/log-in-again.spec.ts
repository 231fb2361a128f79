import { OverlayContainer } from '@angular/cdk/overlay';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';

import type { MeDto } from '@flowpilot/contracts';

import { apiInterceptor } from '../http/api-interceptor.js';
import { LogInAgain } from './log-in-again.js';
import { Session } from './session.js';
import { granted, STRANGER } from './session-fixture.js';
import { WholePage } from './whole-page.js';

describe('LogInAgain', () => {
  const loaded: string[] = [];
  let server: HttpTestingController;
  const page = () => TestBed.inject(OverlayContainer).getContainerElement();
  const settled = async () => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  };

  beforeEach(() => {
    loaded.length = 0;
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        { provide: WholePage, useValue: { load: (address: string) => loaded.push(address) } },
      ],
    });
    server = TestBed.inject(HttpTestingController);
  });

  /** Two requests have failed; what they get in the end. */
  async function asked(successor?: MeDto): Promise<{ answers: Promise<(string | undefined)[]> }> {
    TestBed.inject(Session).accept(granted('token-1'));
    TestBed.inject(Session).successor.set(successor);
    const answers = Promise.all([TestBed.inject(LogInAgain).ask(), TestBed.inject(LogInAgain).ask()]);
    await settled();
    return { answers };
  }

  async function typePassword(password: string): Promise<void> {
    const field = page().querySelector<HTMLInputElement>('input[type=password]');
    if (field === null) throw new Error('no password is asked for');
    field.value = password;
    field.dispatchEvent(new Event('input'));
    page().querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await settled();
  }

  it('asks once, as the same person, and goes on', async () => {
    const { answers } = await asked();
    expect(page().textContent).toContain('admin@demo.test');
    await typePassword('flowpilot-demo');
    const call = server.expectOne('/api/v1/auth/login');
    expect(call.request.body).toEqual({ email: 'admin@demo.test', password: 'flowpilot-demo' });
    call.flush(granted('token-2'));
    await settled();
    expect(await answers).toEqual(['token-2', 'token-2']);
    expect(loaded).toEqual([]);
  });

  it('says when the password is wrong, and stays', async () => {
    await asked();
    await typePassword('guessed');
    server.expectOne('/api/v1/auth/login').flush({ code: 'unauthenticated' }, { status: 401, statusText: '' });
    await settled();
    expect(page().querySelector('[role=alert]')?.textContent).toContain('not the password');
  });

  it('gives somebody else the page anew', async () => {
    const { answers } = await asked();
    page().querySelector<HTMLButtonElement>('button.link')?.click();
    await settled();
    expect(await answers).toEqual([undefined, undefined]);
    expect(loaded).toEqual(['/login?return=%2F&ended=true']);
  });

  it('says who has logged in since, and asks for the person of this page', async () => {
    const { answers } = await asked(STRANGER);
    expect(page().textContent).toMatch(/Somebody else.*admin@other\.test.*nothing was saved.*admin@demo\.test/s);
    await typePassword('flowpilot-demo');
    server.expectOne('/api/v1/auth/login').flush(granted('token-2'));
    await settled();
    expect(await answers).toEqual(['token-2', 'token-2']);
  });

  it('gives whoever has logged in since a start of their own', async () => {
    const { answers } = await asked(STRANGER);
    page().querySelector<HTMLButtonElement>('button.link')?.click();
    await settled();
    expect(await answers).toEqual([undefined, undefined]);
    expect(loaded).toEqual(['/']);
  });

  it('leads to the log-in where nobody was logged in', async () => {
    expect(await TestBed.inject(LogInAgain).ask()).toBeUndefined();
    expect(loaded).toHaveLength(1);
  });
});
