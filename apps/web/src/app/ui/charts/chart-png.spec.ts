import { svgElement } from './chart-picture';
import { fixStyles } from './chart-png';

describe('fixStyles', () => {
  it('writes what style sheets gave into the elements', () => {
    const sheet = document.createElement('style');
    sheet.textContent = '.bar { fill: rgb(1, 2, 3); stroke-width: 2; }';
    const svg = svgElement('svg', {});
    const bar = svgElement('rect', { class: 'bar' });
    svg.append(bar);
    document.body.append(sheet, svg);

    fixStyles(svg);
    sheet.remove();
    svg.remove();

    expect(bar.getAttribute('style')).toContain('fill: rgb(1, 2, 3)');
    expect(bar.getAttribute('style')).toContain('stroke-width: 2');
  });
});
