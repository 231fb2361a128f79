import { OverlayContainer } from '@angular/cdk/overlay';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatDialog } from '@angular/material/dialog';

import { askBeforeClosing } from './ask-before-closing.js';

@Component({ template: '<textarea></textarea>' })
class NoteDialog {
  readonly typed = signal('');

  constructor() {
    askBeforeClosing(() => this.typed() !== '');
  }
}

describe('askBeforeClosing', () => {
  const dialogs = () => TestBed.inject(MatDialog).openDialogs.length;
  const page = () => TestBed.inject(OverlayContainer).getContainerElement();
  const escape = () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27, bubbles: true }));
  const besides = () => page().querySelector<HTMLElement>('.cdk-overlay-backdrop')?.click();

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [{ provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }] });
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
});
