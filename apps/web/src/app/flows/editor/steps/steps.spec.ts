import fc from 'fast-check';

import { type FlowStep, flowStepFaults, MAX_FLOW_STEPS, type StepKind } from '@flowpilot/metrics';
import { arbitraryFlowSteps, instruction, outcome, question, vpnSteps } from '@flowpilot/testing';

import { addableKinds, addStep } from './add-step.js';
import { deleteBranch, deletedIds, deleteOption, deleteStep } from './delete-step.js';
import { addOption, changeKind, changeOutcome, editOptionLabel, editTexts, possibleNextSteps } from './edit-step.js';
import { exchangeablePlaces, exchangeBranches, moveAmongNeighbours } from './move-step.js';
import { led, placesOf, reachedFromRoot, stepAt, type StepPlace, type Steps } from './step-graph.js';

const ids = (steps: Steps) => steps.map(({ id }) => id);
const codes = (steps: Steps) => flowStepFaults(steps).map(({ code }) => code);
const at = (stepId: string, option: number | null = null): StepPlace => ({ stepId, option });
const trees = arbitraryFlowSteps().filter((steps) => steps.length > 0);
const picked = <Item>(items: readonly Item[], choice: number): Item | undefined => items[choice % Math.max(items.length, 1)];

describe('addStep', () => {
  it('begins a flow', () => {
    expect(addStep([], null, 'question', 'a')).toEqual([
      { id: 'a', kind: 'question', title: '', options: [{ label: 'Yes' }, { label: 'No' }] },
    ]);
  });

  it('fills an open place', () => {
    const steps = addStep(vpnSteps(), at('wired'), 'outcome', 'new');
    expect(stepAt(steps, at('wired'))).toBe('new');
    expect(codes(steps)).toEqual([]);
  });

  it.each<[StepKind, StepPlace]>([['instruction', at('new')], ['question', at('new', 0)]])(
    'puts an %s in between, what stood there behind it',
    (kind, onward) => {
      const steps = addStep(vpnSteps(), at('still', 1), kind, 'new');
      expect(stepAt(steps, at('still', 1))).toBe('new');
      expect(stepAt(steps, onward)).toBe('force');
    },
  );

  it('puts a step before the root', () => {
    expect(addStep(vpnSteps(), null, 'instruction', 'new')[0]).toEqual({ id: 'new', kind: 'instruction', title: '', next: 'networks' });
  });

  it('adds no outcome in between, and no step beyond the limit', () => {
    const steps = vpnSteps();
    expect(addStep(steps, at('update'), 'outcome', 'new')).toBe(steps);
    const full = Array.from({ length: MAX_FLOW_STEPS }, (_, step) => instruction(`s${step}`));
    expect(addableKinds(full, at('s0'))).toEqual([]);
  });

  it('keeps every step of a whole tree reached and in no loop', () => {
    fc.assert(
      fc.property(trees, fc.nat(), fc.constantFrom<StepKind>('question', 'instruction'), (steps, choice, kind) => {
        const places = [null, ...placesOf(steps).map(({ place }) => place)];
        const after = addStep(steps, picked(places, choice) ?? null, kind, 'new');
        expect(codes(after).filter((code) => code === 'unreachable' || code === 'loop')).toEqual([]);
        expect(after).toHaveLength(steps.length + 1);
      }),
    );
  });
});

describe('deleting', () => {
  it('takes a branch away and leaves its place open', () => {
    const steps = deleteBranch(vpnSteps(), 'still');
    expect(ids(steps)).toEqual(['networks', 'update', 'wired']);
    expect(stepAt(steps, at('update'))).toBeUndefined();
  });

  it('keeps what another answer leads to', () => {
    const steps = [question('a', { Yes: 'b', No: 'c' }), instruction('b', 'c'), outcome('c')];
    expect(ids(deleteBranch(steps, 'b'))).toEqual(['a', 'c']);
  });

  it('takes one step away and closes the gap', () => {
    const steps = deleteStep(vpnSteps(), 'update');
    expect(stepAt(steps, at('networks', 0))).toBe('still');
    expect(steps).toHaveLength(6);
  });

  it('keeps the first branch of a question that goes', () => {
    expect(ids(deleteStep(vpnSteps(), 'still'))).toEqual(['networks', 'update', 'resolved', 'wired']);
  });

  it('makes the follower of the root the root', () => {
    expect(ids(deleteStep([instruction('a', 'b'), outcome('c'), question('b', { Yes: 'c' })], 'a'))).toEqual(['b', 'c']);
    expect(deleteBranch(vpnSteps(), 'networks')).toEqual([]);
  });

  it('takes an answer and its branch away', () => {
    const steps = deleteOption(vpnSteps(), at('networks', 0));
    expect(ids(steps)).toEqual(['networks', 'wired']);
    expect(steps[0]?.options).toEqual([{ label: 'Only at home', next: 'wired' }]);
  });

  it('copes with loops and with branches that nothing leads to', () => {
    const looped = [instruction('a', 'b'), instruction('b', 'a')];
    expect(ids(deleteStep(looped, 'a'))).toEqual(['b']);
    expect(ids(deleteBranch(looped, 'b'))).toEqual(['a']);
    const detached = [outcome('a'), instruction('b', 'c'), outcome('c'), instruction('d', 'c')];
    expect(ids(deleteBranch(detached, 'b'))).toEqual(['a', 'c', 'd']);
    expect(ids(deleteBranch(detached.slice(0, 3), 'b'))).toEqual(['a']);
  });

  it('leaves the steps as they are when there is no such step', () => {
    const steps = vpnSteps();
    expect(deleteStep(steps, 'gone')).toBe(steps);
    expect(deleteBranch(steps, 'gone')).toBe(steps);
  });

  /** Whole trees with some exits cut, led elsewhere or back: anything an unfinished flow may be. */
  const tangles = fc.tuple(trees, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 })).map(([steps, cuts]) =>
    cuts.reduce<readonly FlowStep[]>((current, [from, to]) => {
      const place = picked(placesOf(current), from)?.place;
      return place ? led(current, place, to % 3 === 0 ? undefined : picked(current, to)?.id) : current;
    }, steps),
  );
  const unreached = (steps: Steps) => {
    const reached = reachedFromRoot(steps);
    return ids(steps).filter((id) => !reached.has(id));
  };

  it.each([
    ['a branch', (steps: Steps, choice: number) => deleteBranch(steps, picked(steps, choice)?.id ?? '')],
    ['a step', (steps: Steps, choice: number) => deleteStep(steps, picked(steps, choice)?.id ?? '')],
    [
      'an answer',
      (steps: Steps, choice: number) => {
        const place = picked(placesOf(steps).filter((given) => given.label !== null), choice)?.place;
        return place ? deleteOption(steps, place) : steps;
      },
    ],
  ])('of %s strands no step and leaves no exit to a step that is gone', (_, deleted) => {
    fc.assert(
      fc.property(tangles, fc.nat(), (steps, choice) => {
        const after = deleted(steps, choice);
        expect(unreached(steps)).toEqual(expect.arrayContaining(unreached(after)));
        const gone = new Set(deletedIds(steps, after));
        expect(placesOf(after).filter(({ next }) => next !== undefined && gone.has(next))).toEqual([]);
      }),
    );
  });

  it('of a step leaves a whole tree whole', () => {
    fc.assert(
      fc.property(trees, fc.nat(), (steps, choice) => {
        const step = picked(steps, choice);
        fc.pre(step !== undefined && step.kind !== 'outcome');
        expect(codes(deleteStep(steps, step.id))).toEqual([]);
      }),
    );
  });
});

describe('moving', () => {
  it('reorders the answers of a question, each with its branch', () => {
    const steps = moveAmongNeighbours(vpnSteps(), at('networks', 1), 'wired', -1);
    expect(steps[0]?.options?.map(({ label }) => label)).toEqual(['Only at home', 'Yes']);
    expect(moveAmongNeighbours(steps, at('networks', 1), 'update', 1)).toBe(steps);
  });

  it('passes an instruction along its chain, the root included', () => {
    const chain = [instruction('a', 'b'), instruction('b', 'c'), outcome('c')];
    const moved = [instruction('b', 'a'), instruction('a', 'c'), outcome('c')];
    expect(moveAmongNeighbours(chain, at('a'), 'b', -1)).toEqual(moved);
    expect(moveAmongNeighbours(chain, null, 'a', 1)).toEqual(moved);
    expect(moveAmongNeighbours(chain, at('a'), 'b', 1)).toBe(chain);
    expect(moveAmongNeighbours(chain, null, 'a', -1)).toBe(chain);
  });

  it('moves an instruction that nothing leads to along its own chain, not the root', () => {
    const steps = [instruction('a', 'b'), outcome('b'), instruction('c', 'd'), instruction('d', 'b')];
    expect(moveAmongNeighbours(steps, null, 'c', 1)).toEqual([steps[0], steps[1], instruction('c', 'b'), instruction('d', 'c')]);
  });

  it('exchanges two branches', () => {
    const steps = exchangeBranches(vpnSteps(), at('still', 0), at('networks', 1));
    expect([stepAt(steps, at('still', 0)), stepAt(steps, at('networks', 1))]).toEqual(['wired', 'resolved']);
  });

  it('moves a branch to an open place', () => {
    const steps = exchangeBranches(vpnSteps(), at('still', 1), at('wired'));
    expect([stepAt(steps, at('still', 1)), stepAt(steps, at('wired'))]).toEqual([undefined, 'force']);
  });

  it('moves nothing into itself', () => {
    const steps = vpnSteps();
    expect(exchangeBranches(steps, at('networks', 0), at('still', 0))).toBe(steps);
    expect(exchangeBranches(steps, at('still', 0), at('networks', 0))).toBe(steps);
  });

  it('neither strands a step nor makes a loop', () => {
    fc.assert(
      fc.property(trees, fc.nat(), fc.nat(), fc.constantFrom(-1 as const, 1 as const), (steps, choice, other, direction) => {
        const from = picked(placesOf(steps), choice)?.place;
        fc.pre(from !== undefined);
        const to = picked(exchangeablePlaces(steps, from), other);
        const exchanged = to ? exchangeBranches(steps, from, to) : steps;
        expect(codes(exchanged)).toEqual([]);
        const passed = moveAmongNeighbours(exchanged, from, stepAt(exchanged, from), direction);
        expect(codes(passed)).toEqual([]);
        expect(ids(passed).toSorted()).toEqual(ids(steps).toSorted());
      }),
    );
  });
});

describe('editing', () => {
  it('changes texts, and drops an empty body', () => {
    const [step] = editTexts([outcome('a')], 'a', { title: 'Done', body: 'Close it.' });
    expect(step).toEqual({ ...outcome('a'), title: 'Done', body: 'Close it.' });
    expect(editTexts(step ? [step] : [], 'a', { body: '' })[0]).not.toHaveProperty('body');
  });

  it.each<[StepKind, FlowStep, FlowStep]>([
    ['question', { ...instruction('a', 'b'), body: 'How' }, { ...question('a', { Yes: 'b', No: undefined }), title: 'Do a', body: 'How' }],
    ['instruction', question('a', { Yes: undefined, No: 'b' }), { ...instruction('a', 'b'), title: 'Is it a?' }],
    ['outcome', { ...instruction('a', 'b'), title: '' }, outcome('a')],
    ['instruction', outcome('a'), { ...instruction('a'), title: '' }],
    ['outcome', outcome('a'), outcome('a')],
  ])('makes a step a %s and keeps what fits', (kind, before, after) => {
    expect(changeKind([before], 'a', kind)).toEqual([after]);
  });

  it('leaves no field of another kind behind', () => {
    fc.assert(
      fc.property(trees, fc.nat(), fc.constantFrom<StepKind>('question', 'instruction', 'outcome'), (steps, choice, kind) => {
        const after = changeKind(steps, picked(steps, choice)?.id ?? '', kind);
        expect(flowStepFaults(after).filter(({ unfinished }) => !unfinished)).toEqual([]);
      }),
    );
  });

  it('renames an outcome that is only called by its end', () => {
    expect(changeOutcome([outcome('a')], 'a', 'escalated')[0]?.title).toBe('Escalated');
    expect(changeOutcome([{ ...outcome('a'), title: 'Sent to the vendor' }], 'a', 'escalated')[0]?.title).toBe('Sent to the vendor');
  });

  it('adds answers up to ten and names them', () => {
    let steps: readonly FlowStep[] = [question('a', { Yes: undefined })];
    for (let tries = 0; tries < 12; tries += 1) steps = addOption(steps, 'a');
    expect(steps[0]?.options).toHaveLength(10);
    expect(editOptionLabel(steps, 'a', 1, 'No')[0]?.options?.[1]).toEqual({ label: 'No' });
  });

  it('offers only next steps that make no loop', () => {
    expect(ids(possibleNextSteps(vpnSteps(), 'force'))).toEqual(['resolved', 'escalated', 'wired']);
    fc.assert(
      fc.property(trees, fc.nat(), fc.nat(), (steps, choice, other) => {
        const place = picked(placesOf(steps), choice)?.place;
        fc.pre(place !== undefined);
        const next = picked(possibleNextSteps(steps, place.stepId), other);
        expect(codes(led(steps, place, next?.id))).not.toContain('loop');
      }),
    );
  });
});
