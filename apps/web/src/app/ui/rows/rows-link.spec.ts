import { OverlayContainer } from '@angular/cdk/overlay';
import { Component, provideZonelessChangeDetection, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';

import { RowsLink } from './rows-link';

const LONGER_THAN_A_TAP_MS = 450;

@Component({
  imports: [RowsLink],
  template: `<fp-rows-link [to]="to()" what="the resolved sessions" [detail]="detail()"><span>80.5</span></fp-rows-link>`,
})
class Page {
  readonly to = signal<{ path: string; query: Record<string, string> } | undefined>({ path: '/sessions', query: { status: 'resolved' } });
  readonly detail = signal('186 of 231 sessions');
}

describe('a figure’s link', () => {
  async function shown() {
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), provideRouter([{ path: 'sessions', children: [] }])] });
    const fixture = TestBed.createComponent(Page);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const figure = () => page.querySelector<HTMLElement>('a, button');
    const touch = async (type: string) => {
      // jsdom knows no pointers.
      figure()?.dispatchEvent(Object.assign(new Event(type, { bubbles: true }), { pointerType: 'touch' }));
      await fixture.whenStable();
    };
    const press = async () => {
      figure()?.click();
      await fixture.whenStable();
    };
    const tip = () => (page.querySelector('.detail-pop') ?? TestBed.inject(OverlayContainer).getContainerElement().querySelector('.detail-pop'))?.textContent;
    return { fixture, page, figure, touch, press, tip, url: () => TestBed.inject(Router).url };
  }

  it('is described by what the figure is made of', async () => {
    const { figure, page, fixture } = await shown();
    const id = figure()?.getAttribute('aria-describedby') ?? '';
    expect(page.querySelector(`#${id}`)?.textContent).toBe('186 of 231 sessions');
    fixture.componentInstance.detail.set('');
    await fixture.whenStable();
    expect(figure()?.hasAttribute('aria-describedby')).toBe(false);
  });

  it('opens the rows at a tap', async () => {
    const { touch, press, tip, url } = await shown();
    await touch('pointerdown');
    await touch('pointerup');
    await press();
    expect([tip(), url()]).toEqual([undefined, '/sessions?status=resolved']);
  });

  it('shows what it is made of while it is touched for long, and opens nothing then', async () => {
    const { fixture, touch, press, tip, url } = await shown();
    await touch('pointerdown');
    await new Promise((resolve) => setTimeout(resolve, LONGER_THAN_A_TAP_MS));
    await fixture.whenStable();
    expect(tip()).toBe('186 of 231 sessions');
    await touch('pointerup');
    await press();
    expect([tip(), url()]).toEqual(['186 of 231 sessions', '/']);
    await press();
    expect(url()).toBe('/sessions?status=resolved');
  });

  it('is a button that says it where there is nothing to open', async () => {
    const { fixture, figure, press, tip } = await shown();
    fixture.componentInstance.to.set(undefined);
    await fixture.whenStable();
    expect(figure()?.tagName).toBe('BUTTON');
    await press();
    expect(tip()).toBe('186 of 231 sessions');
    figure()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await fixture.whenStable();
    expect(tip()).toBeUndefined();
  });
});
