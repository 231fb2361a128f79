import { Clipboard } from '@angular/cdk/clipboard';
import { OverlayContainer } from '@angular/cdk/overlay';
import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MAT_DIALOG_DEFAULT_OPTIONS, MatDialog } from '@angular/material/dialog';
import { provideRouter } from '@angular/router';

import { Session } from '../core/session/session.js';
import { ADMIN, granted } from '../core/session/session-fixture.js';
import { DIALOG_OPTIONS, HeldDialogs } from '../ui/confirm/held-dialogs.js';
import { MadeKeyDialog } from './api-keys/made-key-dialog.js';
import { LinkDialog } from './people/link-dialog.js';

const DIALOGS: readonly [string, Type<unknown>, object][] = [
  ['key', MadeKeyDialog, { name: 'Import', key: 'fpk_secret', scopes: ['sessions:write'] }],
  ['link', LinkDialog, { user: ADMIN, invitation: { token: 'secret', expires_at: '2026-11-30T10:00:00Z' } }],
];

describe.each(DIALOGS)('the dialog that shows a %s once', (what, dialog, data) => {
  const page = () => TestBed.inject(OverlayContainer).getContainerElement();
  const open = () => TestBed.inject(MatDialog).openDialogs.length;
  const question = `Have you copied the ${what}?`;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        { provide: MAT_DIALOG_DEFAULT_OPTIONS, useValue: DIALOG_OPTIONS },
        provideRouter([]),
        provideHttpClient(),
        provideHttpClientTesting(),
      ],
    });
    TestBed.inject(Session).accept(granted('token', ADMIN));
    TestBed.inject(Clipboard).copy = () => true;
    TestBed.inject(MatDialog).open(dialog, { data });
    await settled();
  });

  async function settled(): Promise<void> {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
    TestBed.tick();
  }

  async function press(words: string): Promise<void> {
    [...page().querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words)?.click();
    await settled();
  }

  async function escape(): Promise<void> {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27, bubbles: true }));
    await settled();
  }

  function reloadAsks(): boolean {
    const unload = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(unload);
    return unload.defaultPrevented;
  }

  it('asks before Escape and Reload take it away', async () => {
    expect(reloadAsks()).toBe(true);
    await escape();
    expect(page().textContent).toContain(question);
    await press('Keep it open');
    expect(open()).toBe(1);
  });

  it('asks before Back takes it away', async () => {
    const leaving = TestBed.inject(HeldDialogs).mayLeave();
    await settled();
    expect(page().textContent).toContain(question);
    await press('Close it');
    expect([await leaving, open()]).toEqual([true, 0]);
  });

  it('asks nothing once it is copied', async () => {
    await press('Copy');
    expect([reloadAsks(), await TestBed.inject(HeldDialogs).mayLeave()]).toEqual([false, true]);
    await escape();
    expect(open()).toBe(0);
  });

  it('nor when it is copied by hand out of its field', async () => {
    page().querySelector('fp-shown-once input')?.dispatchEvent(new Event('copy', { bubbles: true }));
    await settled();
    expect(reloadAsks()).toBe(false);
  });

  it('takes Done for an answer', async () => {
    await press('Done');
    expect(open()).toBe(0);
  });
});
