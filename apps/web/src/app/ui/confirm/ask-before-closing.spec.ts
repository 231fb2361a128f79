import { OverlayContainer } from '@angular/cdk/overlay';
import { Location } from '@angular/common';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MAT_DIALOG_DEFAULT_OPTIONS, MatDialog } from '@angular/material/dialog';
import { provideRouter, Router, RouterOutlet, withRouterConfig } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';

import { LogInMark } from '../../core/session/log-in-mark.js';
import { askBeforeClosing } from './ask-before-closing.js';
import { asksDialogs, DIALOG_OPTIONS, HeldDialogs } from './held-dialogs.js';

@Component({ template: '<textarea></textarea>' })
class NoteDialog {
  readonly typed = signal('');

  constructor() {
    askBeforeClosing(() => this.typed() !== '');
  }
}

@Component({ template: '<router-outlet />', imports: [RouterOutlet] })
class Frame {}

@Component({ template: '' })
class Page {}

const ROUTES = [{ path: '', component: Frame, canDeactivate: [asksDialogs], runGuardsAndResolvers: 'always' as const, children: [{ path: '**', component: Page }] }];

describe('askBeforeClosing', () => {
  const dialogs = () => TestBed.inject(MatDialog).openDialogs.length;
  const page = () => TestBed.inject(OverlayContainer).getContainerElement();
  const escape = () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27, bubbles: true }));
  const besides = () => page().querySelector<HTMLElement>('.cdk-overlay-backdrop')?.click();

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        { provide: MAT_DIALOG_DEFAULT_OPTIONS, useValue: DIALOG_OPTIONS },
        provideRouter(ROUTES, withRouterConfig({ canceledNavigationResolution: 'computed' })),
      ],
    });
    TestBed.inject(HeldDialogs);
  });

  async function opened(typed: string): Promise<void> {
    const dialog = TestBed.inject(MatDialog).open(NoteDialog);
    dialog.componentInstance.typed.set(typed);
    await settled();
  }

  async function answer(words: string): Promise<void> {
    [...page().querySelectorAll('button')].find(({ textContent }) => textContent === words)?.click();
    await settled();
  }

  async function settled(): Promise<void> {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
    TestBed.tick();
  }

  it.each([escape, besides])('closes a dialog in which nothing was typed', async (leave) => {
    await opened('');
    leave();
    await settled();
    expect(dialogs()).toBe(0);
  });

  it.each([escape, besides])('asks first where something was', async (leave) => {
    await opened('It was the cable.');
    leave();
    await settled();
    expect(page().textContent).toContain('Discard what you typed?');
    await answer('Keep editing');
    expect(dialogs()).toBe(1);
    leave();
    await settled();
    await answer('Discard it');
    expect(dialogs()).toBe(0);
  });

  describe('on the browser’s Back', () => {
    const address = () => TestBed.inject(Router).url;

    beforeEach(async () => {
      const harness = await RouterTestingHarness.create('/people');
      TestBed.inject(Router).initialNavigation();
      await harness.navigateByUrl('/keys');
      await harness.navigateByUrl('/keys?sort=name');
    });

    async function back(): Promise<void> {
      TestBed.inject(Location).back();
      await settled();
    }

    it('closes a dialog in which nothing was typed', async () => {
      await opened('');
      await back();
      expect([dialogs(), address()]).toEqual([0, '/keys']);
    });

    it('asks first where something was, and keeps the history where it is kept', async () => {
      await opened('It was the cable.');
      await back();
      expect(page().textContent).toContain('Discard what you typed?');
      await answer('Keep editing');
      expect([dialogs(), address(), TestBed.inject(Location).path()]).toEqual([1, '/keys?sort=name', '/keys?sort=name']);
      await back();
      await answer('Discard it');
      expect([dialogs(), address(), TestBed.inject(Location).path()]).toEqual([0, '/keys', '/keys']);
      await back();
      expect(address()).toBe('/people');
    });
  });

  it.each([
    ['It was the cable.', true],
    ['', false],
  ])('has the browser ask before the page with “%s” is loaded anew: %s', async (typed, asks) => {
    TestBed.inject(LogInMark).set();
    await opened(typed);
    const unload = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(unload);
    expect(unload.defaultPrevented).toBe(asks);
    TestBed.inject(MatDialog).closeAll();
    await settled();
  });
});
