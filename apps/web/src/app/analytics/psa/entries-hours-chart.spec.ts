import { provideZonelessChangeDetection } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { layOut } from '../../../../test/layout';
import { EntriesHoursChart } from './entries-hours-chart';
import { psaMetrics } from './psa-fixture';

describe('EntriesHoursChart', () => {
  let fixture: ComponentFixture<EntriesHoursChart>;
  let undoLayout: () => void;
  const chart = () => fixture.nativeElement as HTMLElement;

  beforeEach(async () => {
    undoLayout = layOut(729);
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
    fixture = TestBed.createComponent(EntriesHoursChart);
    fixture.componentRef.setInput('days', psaMetrics().daily_trend);
    await fixture.whenStable();
  });

  afterEach(() => undoLayout());

  it('draws a bar a day, one area and a tick for a tick on either axis', () => {
    expect(chart().querySelectorAll('.bar')).toHaveLength(2);
    expect(chart().querySelectorAll('.area')).toHaveLength(1);
    const [left, right] = [...chart().querySelectorAll('.y.axis')].map((axis) => axis.querySelectorAll('.tick').length);
    expect(left).toBeGreaterThanOrEqual(4);
    expect(right).toBe(left);
  });

  it('labels the axes by name and the Mondays', () => {
    const texts = [...chart().querySelectorAll('svg text')].map(({ textContent }) => textContent.trim());
    expect(texts).toEqual(expect.arrayContaining(['Entries', 'Hours']));
    expect(texts.some((text) => text.includes('23'))).toBe(true);
  });

  it('reads a day out to the keyboard: both series in one tooltip', async () => {
    const plot = chart().querySelector<HTMLElement>('[aria-roledescription=chart]');
    plot?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End' }));
    await fixture.whenStable();
    expect(chart().querySelectorAll('.tip')).toHaveLength(1);
    expect(chart().querySelector('[aria-live]')?.textContent).toMatch(/24.*: Entries 37, Hours 29.50 h/);
    expect(chart().querySelectorAll('.marker')).toHaveLength(1);

    plot?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await fixture.whenStable();
    expect(chart().querySelectorAll('.tip')).toHaveLength(0);
  });

  it('takes its colours from the page, so that a change of theme recolours it', () => {
    expect(chart().querySelector('.bar')?.getAttribute('fill')).toBe('var(--chart-bar)');
    expect(chart().querySelector('.area')?.getAttribute('fill')).toBe('var(--chart-area-fill)');
  });

  it('can be taken out as a picture', () => {
    const { picture, surroundings } = fixture.componentInstance.depict();
    expect(picture.svg.querySelectorAll('.bar')).toHaveLength(2);
    expect(picture.svg).not.toBe(chart().querySelector('svg'));
    expect(surroundings).toBe('plot');
  });
});
