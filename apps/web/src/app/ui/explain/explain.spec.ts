import { OverlayContainer } from '@angular/cdk/overlay';
import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { Explain } from './explain.js';

describe('Explain', () => {
  let fixture: ComponentFixture<Explain>;
  const button = () => (fixture.nativeElement as HTMLElement).querySelector('button');
  const shown = () => TestBed.inject(OverlayContainer).getContainerElement().querySelector('[role=tooltip]');

  beforeEach(async () => {
    fixture = TestBed.createComponent(Explain);
    fixture.componentRef.setInput('label', 'Resolution rate');
    fixture.componentRef.setInput('explanation', {
      title: 'Resolution rate',
      definition: 'Share of all sessions that are resolved now.',
      facts: [{ term: 'Resolved', value: '885' }],
    });
    await fixture.whenStable();
  });

  it('explains at a tap, and describes its button meanwhile', async () => {
    expect(shown()).toBeNull();
    button()?.click();
    await fixture.whenStable();
    expect(shown()?.textContent).toContain('Share of all sessions that are resolved now.');
    expect(button()?.getAttribute('aria-describedby')).toBe(shown()?.id);
  });

  it('goes away with Escape and when the focus moves on', async () => {
    for (const away of [new KeyboardEvent('keydown', { key: 'Escape' }), new FocusEvent('blur')]) {
      button()?.click();
      await fixture.whenStable();
      button()?.dispatchEvent(away);
      await fixture.whenStable();
      expect(shown()).toBeNull();
    }
  });
});
