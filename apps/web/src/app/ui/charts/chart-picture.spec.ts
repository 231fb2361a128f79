import { chartPicture, svgElement } from './chart-picture';

const chart = () => ({ svg: svgElement('svg', { width: 600, height: 200 }), width: 600, height: 200 });
const head = { title: 'Sessions a day', subtitle: '26 Oct – 24 Nov 2026, Europe/London', legend: [] };

describe('chartPicture', () => {
  it('says what the chart shows, of which window, in which zone', () => {
    const { svg } = chartPicture(chart(), head);
    expect([...svg.querySelectorAll('text')].map(({ textContent }) => textContent)).toEqual([
      'Sessions a day',
      '26 Oct – 24 Nov 2026, Europe/London',
    ]);
  });

  it('keys the colours, with their totals', () => {
    const legend = [
      { label: 'Resolved', colour: 'var(--chart-resolved)', total: '885' },
      { label: 'Hours', colour: 'var(--chart-area)', line: true },
    ];
    const { svg } = chartPicture(chart(), { ...head, legend });
    expect([...svg.querySelectorAll('text')].map(({ textContent }) => textContent).slice(2)).toEqual(['Resolved 885', 'Hours']);
    expect(svg.querySelectorAll('rect')[2]?.getAttribute('height')).toBe('2');
  });

  it('leaves a margin around the chart and stands on an opaque surface', () => {
    const { svg, width, height } = chartPicture(chart(), head);
    expect(width).toBe(648);
    expect(height).toBeGreaterThan(200 + 48);
    expect(svg.querySelector('rect')?.getAttribute('fill')).toBe('var(--surface)');
  });
});
