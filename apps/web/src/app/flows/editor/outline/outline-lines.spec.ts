import fc from 'fast-check';

import { arbitraryFlowSteps, instruction, outcome, question, vpnSteps } from '@flowpilot/testing';

import { reachedFromRoot } from '../steps/step-graph.js';
import { type OutlineLine, outlineLines } from './outline-lines.js';

const drawn = (lines: readonly OutlineLine[]) =>
  lines.map(({ kind, number, depth, label, step, detached }) => {
    const mark = { step: `${number}`, reference: `→${number}`, open: '+' }[kind];
    return `${detached ? '*' : ''}${'  '.repeat(depth)}${mark}${label === null ? '' : ` [${label}]`} ${step?.title ?? ''}`.trimEnd();
  });

describe('outlineLines', () => {
  it('sets answers in, and leaves what follows an instruction at its depth', () => {
    expect(drawn(outlineLines(vpnSteps()))).toEqual([
      '1 Does it drop on every network?',
      '  2 [Yes] Update the client',
      '  3 Still dropping?',
      '    4 [No] Resolved',
      '    5 [Yes] Force TCP 443',
      '    6 Escalated',
      '  7 [Only at home] Ask for a wired test',
    ]);
  });

  it('refers to a step that is listed before, and to one that a loop leads back to', () => {
    const steps = [question('a', { Yes: 'b', No: 'c' }), instruction('b', 'c'), instruction('c', 'a')];
    expect(drawn(outlineLines(steps))).toEqual(['1 Is it a?', '  2 [Yes] Do b', '  3 Do c', '  →1 Is it a?', '  →3 [No] Do c']);
  });

  it('shows an answer that leads nowhere, or to a step that does not exist', () => {
    expect(drawn(outlineLines([question('a', { Yes: undefined, No: 'gone' })]))).toEqual(['1 Is it a?', '  + [Yes]', '  + [No]']);
  });

  it('lists last what nothing leads to, even when it only leads to itself', () => {
    const steps = [outcome('a'), instruction('c', 'd'), instruction('d', 'c'), outcome('f'), instruction('e', 'f')];
    expect(drawn(outlineLines(steps))).toEqual(['1 Resolved', '*2 Do e', '*3 Resolved', '*4 Do c', '*5 Do d', '*→4 Do c']);
  });

  it('writes nothing for no steps', () => {
    expect(outlineLines([])).toEqual([]);
  });

  it('shows each step once and each exit once, numbered from 1, with unique keys', () => {
    fc.assert(
      fc.property(arbitraryFlowSteps(), (steps) => {
        const lines = outlineLines(steps);
        const listed = lines.filter(({ kind }) => kind === 'step');
        expect(new Set(listed.map(({ step }) => step?.id))).toEqual(new Set(steps.map(({ id }) => id)));
        expect(listed.map(({ number }) => number)).toEqual(steps.map((_, index) => index + 1));
        expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
        expect(lines.every(({ parent }, index) => parent === null || parent < index)).toBe(true);
        expect(lines.filter(({ detached }) => detached)).toHaveLength(steps.length - reachedFromRoot(steps).size);
      }),
    );
  });

  it('writes the longest chain without overflowing', () => {
    const chain = Array.from({ length: 50_000 }, (_, index) => instruction(`s${index}`, `s${index + 1}`));
    expect(outlineLines(chain)).toHaveLength(50_000);
  });
});
