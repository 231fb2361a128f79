import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { RatingCell } from './rating-cell';

async function cell(inputs: Record<string, unknown>): Promise<HTMLElement> {
  TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
  const fixture = TestBed.createComponent(RatingCell);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

const words = (element: HTMLElement) => element.textContent.replace(/\s+/g, ' ').trim();

describe('RatingCell', () => {
  it('is filled, and says its rating, on sufficient evidence', async () => {
    const shown = await cell({ value: '80.5', rating: 'good', evidence: 'sufficient', sessions: 231 });
    expect(words(shown)).toBe('good80.5');
    expect([...shown.classList]).toEqual(['good']);
    expect(shown.querySelectorAll('svg')).toHaveLength(1);
  });

  it('is an outline beside the number of sessions on insufficient evidence', async () => {
    const shown = await cell({ value: '50.0', rating: 'poor', evidence: 'insufficient', sessions: 1 });
    expect(words(shown)).toContain('poor, too few to be sure');
    expect(words(shown)).toContain('1 session');
    expect([...shown.classList].sort()).toEqual(['poor', 'thin']);
  });

  it('shows the dash alone where there is nothing to judge', async () => {
    const shown = await cell({ value: '–', rating: null, evidence: 'insufficient' });
    expect(words(shown)).toBe('–');
    expect([...shown.classList]).toEqual(['none']);
    expect(shown.querySelector('svg')).toBeNull();
  });
});
