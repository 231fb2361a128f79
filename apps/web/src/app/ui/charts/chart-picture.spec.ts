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

  it('breaks a legend that is wider than the chart, and makes room for it', () => {
    const narrow = () => ({ svg: svgElement('svg', { width: 340, height: 200 }), width: 340, height: 200 });
    const legend = ['Resolved', 'Escalated', 'Abandoned', 'In progress', 'Open'].map((label) => ({ label, total: '1,885', colour: 'var(--chart-1)' }));
    const { svg, width, height } = chartPicture(narrow(), { ...head, legend });
    const keys = [...svg.querySelectorAll('text')].slice(2);
    const ends = keys.map((key) => Number(key.getAttribute('x')) + key.textContent.length * 7);
    expect(Math.max(...ends)).toBeLessThanOrEqual(width - 24);
    const lines = [...new Set(keys.map((key) => Number(key.getAttribute('y'))))];
    expect(lines).toEqual([89, 109, 129]);
    const chartTop = Number(svg.querySelector('svg')?.getAttribute('y'));
    expect(chartTop).toBeGreaterThan(129);
    expect([width, height]).toEqual([388, chartTop + 200 + 24]);
  });

  it('is as wide as a key that is wider than the chart', () => {
    const narrow = { svg: svgElement('svg', { width: 100, height: 50 }), width: 100, height: 50 };
    const label = 'Sessions of a flow with a long name';
    expect(chartPicture(narrow, { ...head, legend: [{ label, colour: 'red' }] }).width).toBe(10 + 6 + label.length * 7 + 48);
  });
});
