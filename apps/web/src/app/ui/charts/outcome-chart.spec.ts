import { provideZonelessChangeDetection } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { layOut } from '../../../../test/layout';
import { OutcomeChart } from './outcome-chart';

const DAYS = [
  { date: '2026-11-16', resolved: 42, escalated: 11, abandoned: 9, active: 10 },
  { date: '2026-11-17', resolved: 34, escalated: 0, abandoned: 0, active: 0 },
  { date: '2026-11-18', resolved: 0, escalated: 0, abandoned: 0, active: 0 },
];

describe('OutcomeChart', () => {
  let fixture: ComponentFixture<OutcomeChart>;
  let undoLayout: () => void;
  const chart = () => fixture.nativeElement as HTMLElement;
  const plot = () => chart().querySelector<HTMLElement>('[aria-roledescription=chart]');

  beforeEach(async () => {
    undoLayout = layOut(834);
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
    fixture = TestBed.createComponent(OutcomeChart);
    fixture.componentRef.setInput('days', DAYS);
    await fixture.whenStable();
  });

  afterEach(() => undoLayout());

  it('draws a bar for every part that is not empty, in the colours of the page', () => {
    const fills = [...chart().querySelectorAll('.bar')].map((bar) => bar.getAttribute('fill'));
    expect(fills).toEqual([
      'var(--chart-resolved)',
      'var(--chart-escalated)',
      'var(--chart-abandoned)',
      'var(--chart-active)',
      'var(--chart-resolved)',
    ]);
  });

  it('draws anew when the days change', async () => {
    fixture.componentRef.setInput('days', DAYS.slice(1));
    await fixture.whenStable();
    expect(chart().querySelectorAll('.bar')).toHaveLength(1);
  });

  it('reads a day out with its sum', async () => {
    plot()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
    await fixture.whenStable();
    const spoken = chart().querySelector('[aria-live]')?.textContent;
    expect(spoken).toMatch(/16.*: Resolved 42, Escalated 11, Abandoned 9, Active 10, All 72/);
    expect(chart().querySelectorAll('.band')).toHaveLength(1);
  });

  it('shows a day to the pointer without reading it out', async () => {
    plot()?.dispatchEvent(new MouseEvent('pointermove'));
    await fixture.whenStable();
    expect(chart().querySelector('.tip')?.textContent).toContain('72');
    expect(chart().querySelector('[aria-live]')?.textContent).toBe('');
  });

  it('puts the tooltip away when the focus leaves', async () => {
    plot()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home' }));
    plot()?.dispatchEvent(new FocusEvent('blur'));
    await fixture.whenStable();
    expect(chart().querySelector('.tip')).toBeNull();
  });
});
