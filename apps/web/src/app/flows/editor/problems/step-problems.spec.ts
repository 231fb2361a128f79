import type { FlowStep } from '@flowpilot/metrics';
import { instruction, outcome, question, vpnSteps } from '@flowpilot/testing';

import { outlineLines } from '../outline/outline-lines.js';
import { stepProblems } from './step-problems.js';

const problemsOf = (steps: FlowStep[]) => stepProblems(steps, outlineLines(steps));

describe('stepProblems', () => {
  it('names an instruction that nothing follows by its number', () => {
    expect(problemsOf(vpnSteps())).toEqual([
      { badge: 'No next step', sentence: 'Step 7 has no next step', lineKey: 'wired', number: 7, unfinished: true },
    ]);
  });

  it.each<[string, FlowStep[], string, string]>([
    ['an answer that leads nowhere', [question('a', { Yes: 'b', No: undefined }), outcome('b')], 'Answer “No” of step 1 leads nowhere', 'a/1'],
    ['an answer without a label too', [{ ...question('a', {}), options: [{ label: 'Yes', next: 'b' }, { label: '' }] }, outcome('b')], 'Answer 2 of step 1 leads nowhere', 'a/1'],
    ['a step that is gone', [instruction('a', 'gone')], 'Step 1 leads to a step that is gone', 'a'],
    ['a circle, at its reference', [instruction('a', 'b'), instruction('b', 'a')], 'Step 2 leads in a circle', 'b/'],
    ['a step that nothing leads to', [outcome('a'), outcome('b')], 'No step leads to step 2', 'b'],
    ['a title', [{ ...outcome('a'), title: '' }], 'Step 1 has no title', 'a'],
  ])('says %s', (_, steps, sentence, lineKey) => {
    expect(problemsOf(steps)).toContainEqual(expect.objectContaining({ sentence, lineKey }));
  });

  it('lists them in the order of the outline, whatever the order of the steps', () => {
    const steps = [question('a', { Yes: 'c', No: 'b' }), instruction('b'), instruction('c')];
    expect(problemsOf(steps).map(({ number }) => number)).toEqual([2, 3]);
  });
});
