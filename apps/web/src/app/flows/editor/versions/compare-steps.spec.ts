import fc from 'fast-check';

import { arbitraryFlowSteps, instruction, outcome, question, vpnSteps } from '@flowpilot/testing';

import { addStep } from '../steps/add-step.js';
import { deleteBranch, deletedIds, deleteStep } from '../steps/delete-step.js';
import { editOptionLabel, editTexts } from '../steps/edit-step.js';
import { exchangeBranches, moveAmongNeighbours } from '../steps/move-step.js';
import { led, placesOf, type Steps } from '../steps/step-graph.js';
import { compareSteps } from './compare-steps.js';
import { longestRise } from './longest-rise.js';

const compared = (before: Steps, after: Steps) =>
  compareSteps(before, after).map(({ step, changes }) => `${step.id} ${changes.join(' ')}`);

describe('compareSteps', () => {
  const before = vpnSteps();

  it('finds no difference between a flow and itself, nor in the order in which steps are stored', () => {
    fc.assert(
      fc.property(arbitraryFlowSteps(), (steps) => {
        const [root, ...others] = steps;
        expect(compareSteps(steps, root ? [root, ...others.toReversed()] : [])).toEqual([]);
      }),
    );
  });

  it('tells of a step put in between, not of its neighbours', () => {
    expect(compared(before, addStep(before, { stepId: 'update', option: null }, 'instruction', 'new'))).toEqual(['new added']);
  });

  it('tells of a step taken out, where it stood', () => {
    expect(compareSteps(before, deleteStep(before, 'update'))).toMatchObject([{ step: { id: 'update' }, changes: ['removed'], number: 2 }]);
    expect(compared(before, deleteBranch(before, 'still'))).toEqual([
      'still removed',
      'resolved removed',
      'force removed',
      'escalated removed',
    ]);
  });

  it('tells of a new question around a step as added only', () => {
    expect(compared(before, addStep(before, { stepId: 'update', option: null }, 'question', 'new'))).toEqual(['new added']);
  });

  it('tells of texts before and after', () => {
    const after = editTexts(before, 'force', { title: 'Force UDP', body: 'In the profile.' });
    expect(compareSteps(before, after)).toMatchObject([
      {
        step: { id: 'force' },
        changes: ['edited'],
        number: 5,
        fields: [
          { name: 'Title', before: 'Force TCP 443', after: 'Force UDP' },
          { name: 'Text', before: '', after: 'In the profile.' },
        ],
      },
    ]);
  });

  it('tells of a renamed answer once, and not of what it leads to', () => {
    expect(compareSteps(before, editOptionLabel(before, 'networks', 0, 'Always'))).toMatchObject([
      { step: { id: 'networks' }, changes: ['edited'], fields: [{ name: 'Answers', before: 'Yes · Only at home', after: 'Always · Only at home' }] },
    ]);
  });

  it('tells of answers in another order as an edit of their question', () => {
    expect(compared(before, moveAmongNeighbours(before, { stepId: 'networks', option: 1 }, 'wired', -1))).toEqual(['networks edited']);
  });

  it('tells of a branch that stands elsewhere', () => {
    const after = exchangeBranches(before, { stepId: 'still', option: 1 }, { stepId: 'wired', option: null });
    expect(compared(before, after)).toEqual(['force moved', 'escalated moved']);
  });

  it('tells of one of two that changed places', () => {
    const chain = [instruction('a', 'b'), instruction('b', 'c'), outcome('c')];
    expect(compared(chain, moveAmongNeighbours(chain, { stepId: 'a', option: null }, 'b', -1))).toHaveLength(1);
  });

  it('tells of a reference that leads elsewhere', () => {
    const shared = [question('a', { Yes: 'b', No: 'c' }), instruction('b', 'c'), outcome('c')];
    const after = [question('a', { Yes: 'b', No: 'b' }), instruction('b', 'c'), outcome('c')];
    expect(compareSteps(shared, after)).toMatchObject([
      { step: { id: 'a' }, fields: [{ name: '“No” leads to', before: 'Resolved', after: 'Do b' }] },
    ]);
  });

  it('names every step that is only in one of two flows, each once', () => {
    fc.assert(
      fc.property(arbitraryFlowSteps(), fc.nat(), (steps, choice) => {
        const place = placesOf(steps)[choice % Math.max(placesOf(steps).length, 1)]?.place;
        const after = place ? led(addStep(steps, place, 'question', 'new'), { stepId: 'new', option: 0 }, undefined) : steps;
        const removed = compareSteps(steps, deleteBranch(after, 'new'));
        expect(new Set(removed.filter(({ changes }) => changes.includes('removed')).map(({ step }) => step.id))).toEqual(
          new Set(deletedIds(steps, deleteBranch(after, 'new'))),
        );
        const all = compareSteps(steps, after).map(({ step }) => step.id);
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });
});

describe('longestRise', () => {
  it.each<[number[], number[]]>([
    [[], []],
    [[3, 1, 2], [1, 2]],
    [[5, 1, 6, 2, 3], [1, 3, 4]],
  ])('%j', (values, indices) => expect(longestRise(values)).toEqual(indices));

  it('rises, and is as long as the longest', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { maxLength: 12 }), (values) => {
        const rise = longestRise(values).map((index) => values[index] ?? 0);
        expect(rise).toEqual(rise.toSorted((a, b) => a - b));
        const lengths: number[] = [];
        values.forEach((value, index) => {
          lengths[index] = 1 + Math.max(0, ...lengths.filter((_, earlier) => (values[earlier] ?? 0) < value));
        });
        expect(rise).toHaveLength(Math.max(0, ...lengths));
      }),
    );
  });
});
