import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { WINDOW } from './window-fixture';
import { WindowLine } from './window-line';

describe('the line of the window', () => {
  async function line(compared: boolean): Promise<string> {
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
    const fixture = TestBed.createComponent(WindowLine);
    fixture.componentRef.setInput('window', WINDOW);
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
});
