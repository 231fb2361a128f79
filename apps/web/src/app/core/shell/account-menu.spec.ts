import { OverlayContainer } from '@angular/cdk/overlay';
import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';

import { Session } from '../session/session.js';
import { ADMIN, granted } from '../session/session-fixture.js';
import { Theme } from '../theme.js';
import { AccountMenu } from './account-menu.js';

describe('AccountMenu', () => {
  async function opened(user = ADMIN): Promise<HTMLElement> {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    TestBed.inject(Session).accept(granted('token-1', user));
    const fixture = TestBed.createComponent(AccountMenu);
    await fixture.whenStable();
    (fixture.nativeElement as HTMLElement).querySelector('button')?.click();
    await fixture.whenStable();
    return TestBed.inject(OverlayContainer).getContainerElement();
  }

  beforeEach(() => {
    localStorage.clear();
  });

  it('says who is logged in, as what, and where', async () => {
    const menu = await opened();
    expect(menu.textContent).toMatch(/Amelia Marsh.*admin@demo\.test.*Team admin, Northgate IT/s);
  });

  it('says when somebody belongs to no account', async () => {
    expect((await opened({ ...ADMIN, role: 'super_admin', account: null })).textContent).toContain('Super admin, No account');
  });

  it('chooses the theme, and marks the one chosen', async () => {
    const menu = await opened();
    const themes = [...menu.querySelectorAll<HTMLElement>('[role=menuitemradio]')];
    expect(themes.map((item) => item.getAttribute('aria-checked'))).toEqual(['true', 'false', 'false']);
    themes[2]?.click();
    expect(TestBed.inject(Theme).choice()).toBe('dark');
  });
});
