import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import type { WindowDto } from '@flowpilot/contracts';

import { WINDOW } from './window-fixture';
import { WindowLine } from './window-line';

describe('the line of the window', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
  });

  async function line(compared: boolean, window: WindowDto = WINDOW): Promise<string> {
    const fixture = TestBed.createComponent(WindowLine);
    fixture.componentRef.setInput('window', window);
    fixture.componentRef.setInput('compared', compared);
    await fixture.whenStable();
    return (fixture.nativeElement as HTMLElement).textContent;
  }

  it('says what the days are compared with where figures are compared', async () => {
    expect(await line(true)).toContain(', today until 16:42, compared with ');
  });

  it('compares nothing in a tab without figures of the days before', async () => {
    const shown = await line(false);
    expect(shown).toContain('today until 16:42');
    expect(shown).not.toContain('compared');
  });

  it('says up to when the figures are complete only where a replica answered', async () => {
    expect(await line(false)).not.toContain('as of');
    const lagging = { ...WINDOW, as_of: '2026-11-24T16:41:10.123Z' };
    expect(await line(false, lagging)).toMatch(/today until 16:42, as of (.*24.* )?16:41/);
    expect(await line(false, { ...WINDOW, as_of: new Date().toISOString() })).toMatch(/, as of \d\d:\d\d/);
  });
});
