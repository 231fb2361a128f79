import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { apiInterceptor } from '../core/http/api-interceptor.js';
import { Session } from '../core/session/session.js';
import { granted } from '../core/session/session-fixture.js';
import { SetUpForm } from './set-up-form.js';

describe('SetUpForm', () => {
  let fixture: ComponentFixture<SetUpForm>;
  let server: HttpTestingController;
  let done = 0;
  const element = () => fixture.nativeElement as HTMLElement;

  beforeEach(async () => {
    done = 0;
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([apiInterceptor])), provideHttpClientTesting()],
    });
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(SetUpForm);
    fixture.componentInstance.done.subscribe(() => (done += 1));
    await fixture.whenStable();
  });

  afterEach(() => {
    server.verify();
  });

  it('makes the account and is logged in', async () => {
    await fill(['token', 'Northgate IT', 'Amelia Marsh', 'amelia@northgate.test', 'long enough']);
    await submit();
    const call = server.expectOne('/api/v1/setup');
    expect(call.request.body).toMatchObject({ token: 'token', admin: { email: 'amelia@northgate.test' } });
    call.flush(granted('token-1'));
    await settled();
    expect([done, TestBed.inject(Session).accessToken()]).toEqual([1, 'token-1']);
  });

  it('asks for a real address and a long password before it sends anything', async () => {
    await fill(['token', 'Northgate IT', 'Amelia Marsh', 'amelia', 'short']);
    await submit();
    expect(element().textContent).toContain('Enter an address such as you@example.com');
    expect(element().textContent).toContain('Choose at least 10 characters');
  });

  it('keeps what was typed when the token is wrong', async () => {
    await fill(['nope', 'Northgate IT', 'Amelia Marsh', 'amelia@northgate.test', 'long enough']);
    await submit();
    server.expectOne('/api/v1/setup').flush({ code: 'forbidden', detail: 'This is not the token.' }, { status: 403, statusText: '' });
    await settled();
    expect(element().querySelector('[role=alert]')?.textContent).toContain('This is not the token.');
    expect(element().querySelector('input')?.value).toBe('nope');
  });

  /** The inputs in the order of the form. */
  async function fill(values: string[]): Promise<void> {
    element()
      .querySelectorAll('input')
      .forEach((input, index) => {
        input.value = values[index] ?? '';
        input.dispatchEvent(new Event('input'));
      });
    await settled();
  }

  async function submit(): Promise<void> {
    element().querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await settled();
  }

  async function settled(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
});
