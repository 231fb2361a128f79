import { Component, provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { FileDownload } from '../../core/file-download.js';
import { count } from '../format.js';
import { ChartCard } from './chart-card';
import { svgElement } from './chart-picture';
import { Depictable, type Depiction } from './depictable';

@Component({ selector: 'fp-stand-in', template: 'chart', providers: [{ provide: Depictable, useExisting: StandIn }] })
class StandIn extends Depictable {
  override depict(): Depiction {
    return { picture: { svg: svgElement('svg', {}), width: 10, height: 10 }, surroundings: 'plot' };
  }
}

@Component({
  imports: [ChartCard, StandIn],
  template: `
    <fp-chart-card heading="Sessions a day" fileName="sessions" [explanation]="explanation" [window]="window" [table]="table" [legend]="legend">
      <fp-stand-in />
    </fp-chart-card>
  `,
})
class Page {
  readonly explanation = { title: 'Sessions a day', definition: '', facts: [] };
  readonly window = {
    period: '30d' as const,
    from: '2026-10-26T00:00:00Z',
    to: '2026-11-24T16:42:00Z',
    time_zone: 'Europe/London',
    previous: { from: '2026-09-25T23:00:00Z', to: '2026-10-25T15:42:00Z' },
  };
  readonly table = {
    rowHead: 'Day',
    columns: [{ label: 'Resolved', format: count }],
    rows: [{ name: '2026-11-16', label: 'Mon 16 Nov', values: [1_284] }],
  };
  readonly legend = [{ label: 'Resolved', colour: 'var(--chart-resolved)', total: '1,284' }];
}

class Handed {
  readonly files: { name: string; content: Blob }[] = [];
  hand = (content: Blob, name: string) => this.files.push({ name, content });
}

async function shown() {
  const handed = new Handed();
  TestBed.configureTestingModule({
    providers: [provideZonelessChangeDetection(), { provide: FileDownload, useValue: handed }],
  });
  const fixture = TestBed.createComponent(Page);
  await fixture.whenStable();
  const card = fixture.nativeElement as HTMLElement;
  const choose = async (words: string) => {
    card.querySelector<HTMLButtonElement>('fp-chart-menu button')?.click();
    await fixture.whenStable();
    const items = [...document.querySelectorAll<HTMLButtonElement>('.menu button')];
    items.find(({ textContent }) => textContent.includes(words))?.click();
    await fixture.whenStable();
  };
  return { card, choose, handed };
}

describe('ChartCard', () => {
  it('turns its chart into a table and back', async () => {
    const { card, choose } = await shown();
    expect(card.querySelector('table')).toBeNull();
    await choose('View as table');
    const cells = [...card.querySelectorAll('th, td')].map(({ textContent }) => textContent.trim());
    expect(cells).toEqual(['Day', 'Resolved', 'Mon 16 Nov', '1,284']);
    await choose('View as chart');
    expect(card.querySelector('table')).toBeNull();
  });

  it('hands its figures out as a file', async () => {
    const { choose, handed } = await shown();
    await choose('Download CSV');
    expect(handed.files.map(({ name }) => name)).toEqual(['sessions.csv']);
  });

  it('keys its colours with their totals', async () => {
    const { card } = await shown();
    expect(card.querySelector('fp-chart-legend')?.textContent.replace(/\s+/g, ' ').trim()).toBe('Resolved1,284');
  });
});
