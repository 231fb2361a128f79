import fc from 'fast-check';

import { arbitraryFlowSteps, question, vpnSteps } from '@flowpilot/testing';

import { outlineLines } from '../outline/outline-lines.js';
import { BOX, treeDrawing } from './tree-drawing.js';
import { shortened, wrappedTitle } from './wrapped-title.js';

describe('treeDrawing', () => {
  const drawing = treeDrawing(outlineLines(vpnSteps()));
  const node = (key: string) => drawing.nodes.find((given) => given.key === key);

  it('gives each step the look of its kind', () => {
    expect(drawing.nodes.map(({ look }) => look)).toEqual([
      'question',
      'instruction',
      'question',
      'resolved',
      'instruction',
      'escalated',
      'instruction',
    ]);
  });

  it('breaks a title in two, its number beside it', () => {
    expect(node('networks')).toMatchObject({ number: '1', lines: [{ text: 'Does it drop on', y: 20 }, { text: 'every network?', y: 36 }] });
  });

  it('hangs a stub below an instruction that nothing follows', () => {
    expect(drawing.nodes.filter(({ stub }) => stub).map(({ key }) => key)).toEqual(['wired']);
    expect(drawing.height).toBe(4 * 103 + 44 + 36 + 4);
  });

  it('draws an edge straight down or around one corner, with the answer on it', () => {
    const edge = (key: string) => drawing.edges.find((given) => given.key === key);
    expect(edge('still')?.label).toBeNull();
    expect(edge('still')?.path).toMatch(/^M[\d.]+ 149V208$/);
    expect(edge('update')?.label?.text).toBe('Yes');
    expect(edge('update')?.path).toMatch(/^M[\d.]+ 46v17H[\d.]+V105$/);
  });

  it('shows answers that lead nowhere and steps listed elsewhere by dashed lines', () => {
    const unfinished = treeDrawing(outlineLines([question('a', { Yes: undefined, No: 'a' })]));
    expect(unfinished.nodes.map(({ look, number }) => `${look} ${number}`)).toEqual(['question 1', 'open ', 'reference → 1']);
    expect(unfinished.edges.map(({ dashed }) => dashed)).toEqual([true, true]);
  });

  it('keeps every box inside the picture and off the others', () => {
    fc.assert(
      fc.property(arbitraryFlowSteps(), (steps) => {
        const { nodes, width, height } = treeDrawing(outlineLines(steps));
        nodes.forEach(({ x, y }, index) => {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + BOX.width).toBeLessThanOrEqual(width + 0.1);
          expect(y + BOX.height).toBeLessThanOrEqual(height);
          const met = nodes.slice(index + 1).filter((other) => Math.abs(other.x - x) < BOX.width && Math.abs(other.y - y) < BOX.height);
          expect(met).toEqual([]);
        });
      }),
    );
  });

  it('is empty without steps', () => {
    expect(treeDrawing([])).toEqual({ nodes: [], edges: [], width: 0, height: 0 });
  });
});

describe('wrappedTitle', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['Resolved', ['Resolved']],
    ['Escalated to network team', ['Escalated to', 'network team']],
    ['Ask the customer which printer it is about', ['Ask the customer', 'which printer i…']],
    ['Donaudampfschifffahrtsgesellschaft', ['Donaudampfschif…']],
  ])('%s', (title, lines) => expect(wrappedTitle(title, 16)).toEqual(lines));

  it('never cuts a letter in two', () => {
    expect(() => encodeURIComponent(shortened('🚒🚒🚒🚒', 3))).not.toThrow();
  });
});
