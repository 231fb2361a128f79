import { OverlayContainer } from '@angular/cdk/overlay';
import { Component, type ElementRef, viewChild } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import { provideRouter, Router } from '@angular/router';

import { offerSearch } from './page-search.js';
import { ShellShortcuts } from './shell-shortcuts.js';
import { Shortcuts } from './shortcuts.js';

@Component({ template: '<main><input #search type="search" /><input type="text" /></main>' })
class AnyPage {
  private readonly search = viewChild.required<ElementRef<HTMLInputElement>>('search');

  constructor() {
    offerSearch({ label: 'Search the flows', reach: () => this.search().nativeElement.focus() });
  }
}

describe('the keys of the page', () => {
  const press = (key: string, on: EventTarget = document.body, more: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    on.dispatchEvent(event);
    return event;
  };
  const address = () => TestBed.inject(Router).url;
  const searching = () => TestBed.inject(Shortcuts).hints().find(({ keys: [key] }) => key === '/')?.label;
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', component: AnyPage }])] });
    TestBed.inject(ShellShortcuts);
  });

  it('g and a letter go places', async () => {
    press('g');
    press('c');
    await settled();
    expect(address()).toBe('/analytics/coverage');
  });

  it('are ignored while somebody types, or holds another key', async () => {
    const fixture = TestBed.createComponent(AnyPage);
    document.body.append(fixture.nativeElement as HTMLElement);
    const field = (fixture.nativeElement as HTMLElement).querySelector('[type=text]') ?? document.body;
    for (const [key, on, more] of [
      ['g', field, {}],
      ['c', field, {}],
      ['g', document.body, { ctrlKey: true }],
      ['c', document.body, { metaKey: true }],
    ] as const) {
      press(key, on, more);
    }
    await settled();
    expect(address()).toBe('/');
  });

  it('/ goes to the search of the page shown, as the list says', () => {
    const fixture = TestBed.createComponent(AnyPage);
    document.body.append(fixture.nativeElement as HTMLElement);
    fixture.detectChanges();
    expect(press('/').defaultPrevented).toBe(true);
    expect(document.activeElement?.getAttribute('type')).toBe('search');
    expect(searching()).toBe('Search the flows');
    fixture.destroy();
    (fixture.nativeElement as HTMLElement).remove();
    press('/');
    expect(document.activeElement).toBe(document.body);
    expect(searching()).toBe('Search or filter (this page has neither)');
  });

  it('? lists them all', async () => {
    press('?');
    const dialogs = TestBed.inject(MatDialog);
    while (dialogs.openDialogs.length === 0) await settled();
    TestBed.tick();
    const list = TestBed.inject(OverlayContainer).getContainerElement().textContent;
    for (const label of ['Show these shortcuts', 'Coverage', 'To the next row']) expect(list).toContain(label);
    dialogs.closeAll();
  });

  it('can be switched off, for good', async () => {
    TestBed.inject(Shortcuts).enable(false);
    press('g');
    press('c');
    await settled();
    expect(address()).toBe('/');
    TestBed.resetTestingModule();
    expect(TestBed.inject(Shortcuts).enabled()).toBe(false);
  });
});
