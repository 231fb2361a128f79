import fc from 'fast-check';

import { arbitraryFlowSteps } from '@flowpilot/testing';

import { type FlowStep, MAX_FLOW_STEPS, stepExits } from './flow-step.js';
import { flowStepFaults } from './flow-step-faults.js';

const question = (id: string, ...next: (string | undefined)[]): FlowStep => ({
  id,
  kind: 'question',
  title: `Is it ${id}?`,
  options: next.map((target, option) => ({ label: `Answer ${option}`, next: target })),
});
const instruction = (id: string, next?: string): FlowStep => ({ id, kind: 'instruction', title: `Do ${id}`, next });
const outcome = (id: string): FlowStep => ({ id, kind: 'outcome', title: 'Resolved', outcome: 'resolved' });

const faultsOf = (...steps: FlowStep[]) => flowStepFaults(steps).map(({ code, pointer }) => `${code} ${pointer}`);

describe('flowStepFaults', () => {
  it.each<[string, FlowStep[], string[]]>([
    ['no steps', [], []],
    ['one outcome', [outcome('a')], []],
    ['a shared step', [question('a', 'b', 'c'), instruction('b', 'c'), outcome('c')], []],
    ['an instruction that leads nowhere', [instruction('a')], ['missing_next /steps/0/next']],
    ['an option that leads nowhere', [question('a', 'b', undefined), outcome('b')], ['missing_next /steps/0/options/1/next']],
    ['an unknown next', [instruction('a', 'zz')], ['unknown_next /steps/0/next']],
    ['an unknown next of an option', [question('a', 'b', 'zz'), outcome('b')], ['unknown_next /steps/0/options/1/next']],
    ['a step that leads to itself', [instruction('a', 'a')], ['loop /steps/0/next']],
    ['a loop', [question('a', 'b', 'c'), instruction('b', 'a'), outcome('c')], ['loop /steps/1/next']],
    ['a stray step', [outcome('a'), outcome('b')], ['unreachable /steps/1']],
    ['a stray branch, named once', [outcome('a'), instruction('b', 'c'), outcome('c')], ['unreachable /steps/1']],
    ['a stray branch, its first step last', [outcome('a'), outcome('c'), instruction('b', 'c')], ['unreachable /steps/2']],
    [
      'a stray loop',
      [outcome('a'), instruction('b', 'c'), instruction('c', 'b')],
      ['unreachable /steps/1', 'loop /steps/2/next'],
    ],
    ['one option', [question('a', 'b'), outcome('b')], ['too_few_options /steps/0/options']],
    [
      'a question without options',
      [{ id: 'a', kind: 'question', title: 'Is it?' }],
      ['too_few_options /steps/0/options'],
    ],
    [
      'eleven options',
      [question('a', ...Array<string>(11).fill('b')), outcome('b')],
      ['too_many_options /steps/0/options'],
    ],
    ['an outcome of nothing', [{ id: 'a', kind: 'outcome', title: 'End' }], ['missing_outcome /steps/0/outcome']],
    ['a blank title', [{ ...outcome('a'), title: '  ' }], ['missing_title /steps/0/title']],
    [
      'a blank label',
      [{ ...question('a', 'b', 'b'), options: [{ label: 'Yes', next: 'b' }, { label: ' ', next: 'b' }] }, outcome('b')],
      ['missing_label /steps/0/options/1/label'],
    ],
    ['an id used twice', [instruction('a', 'b'), outcome('b'), outcome('b')], ['duplicate_id /steps/2/id']],
    [
      'fields of another kind',
      [{ ...outcome('a'), next: 'a', options: [] }],
      ['misplaced_field /steps/0/options', 'misplaced_field /steps/0/next'],
    ],
    ['a name of the prototype', [instruction('a', 'constructor')], ['unknown_next /steps/0/next']],
  ])('%s', (_, steps, expected) => expect(faultsOf(...steps)).toEqual(expected));

  it('names the faults in the order of the steps', () => {
    const pointers = faultsOf(instruction('a', 'b'), { ...outcome('b'), title: '' }, instruction('c'), outcome('d'));
    expect(pointers).toEqual([
      'missing_title /steps/1/title',
      'missing_next /steps/2/next',
      'unreachable /steps/2',
      'unreachable /steps/3',
    ]);
  });

  it('bars unfinished steps from being active, and the impossible from being stored', () => {
    const unfinished = flowStepFaults([{ ...instruction('a'), title: '' }, question('b')]);
    expect(unfinished.map((fault) => fault.unfinished)).toEqual([true, true, true, true]);
    const impossible = flowStepFaults([outcome('a'), outcome('a'), { ...outcome('c'), next: 'a' }]);
    expect(impossible.filter((fault) => !fault.unfinished).map((fault) => fault.code)).toEqual([
      'duplicate_id',
      'misplaced_field',
    ]);
  });

  it('takes the longest chain and refuses a longer one', () => {
    const chain = (length: number) =>
      Array.from({ length }, (_, step) =>
        step === length - 1 ? outcome(`s${step}`) : instruction(`s${step}`, `s${step + 1}`),
      );
    expect(flowStepFaults(chain(MAX_FLOW_STEPS))).toEqual([]);
    expect(flowStepFaults(chain(MAX_FLOW_STEPS + 1))).toMatchObject([
      { code: 'too_many_steps', pointer: '/steps', stepId: null, unfinished: false },
    ]);
    // Far over the limit it still does not overflow the stack.
    expect(flowStepFaults(chain(100_000))).toHaveLength(1);
  });
});

describe('flowStepFaults over random trees', () => {
  const trees = arbitraryFlowSteps().filter((steps) => steps.length > 1);
  const pick = fc.nat();

  it('finds nothing in a whole tree', () => {
    fc.assert(fc.property(arbitraryFlowSteps(), (steps) => expect(flowStepFaults(steps)).toEqual([])));
  });

  /** Exits of all steps, each with a way to lead it elsewhere. */
  const exitsOf = (steps: FlowStep[]) =>
    steps.flatMap((step, index) =>
      stepExits(step).map(({ option }) => ({
        index,
        pointer: option === null ? `/steps/${index}/next` : `/steps/${index}/options/${option}/next`,
        lead: (next: string | undefined) => {
          const place = option === null ? step : step.options?.[option];
          if (place) place.next = next;
        },
      })),
    );

  const plant = (fault: (steps: FlowStep[], choice: number) => { code: string; pointer: string } | undefined) => {
    fc.assert(
      fc.property(trees, pick, (whole, choice) => {
        const steps = structuredClone(whole);
        const planted = fault(steps, choice);
        fc.pre(planted !== undefined);
        expect(flowStepFaults(steps)).toContainEqual(expect.objectContaining(planted));
      }),
    );
  };

  it('finds an exit cut off', () => {
    plant((steps, choice) => {
      const exits = exitsOf(steps);
      const exit = exits[choice % Math.max(exits.length, 1)];
      exit?.lead(undefined);
      return exit && { code: 'missing_next', pointer: exit.pointer };
    });
  });

  it('finds an exit that leads to no step', () => {
    plant((steps, choice) => {
      const exits = exitsOf(steps);
      const exit = exits[choice % Math.max(exits.length, 1)];
      exit?.lead('elsewhere');
      return exit && { code: 'unknown_next', pointer: exit.pointer };
    });
  });

  it('finds an exit led back to the root', () => {
    plant((steps, choice) => {
      const exits = exitsOf(steps);
      const exit = exits[choice % Math.max(exits.length, 1)];
      exit?.lead(steps[0]?.id);
      // Leading back may leave other steps unreached, but the way back itself is always named.
      return exit && { code: 'loop', pointer: exit.pointer };
    });
  });

  it('finds a step that nothing leads to', () => {
    plant((steps) => {
      steps.push(outcome('stray'));
      return { code: 'unreachable', pointer: `/steps/${steps.length - 1}` };
    });
  });

  it('finds a second step of the same id', () => {
    plant((steps, choice) => {
      const copied = steps[choice % steps.length];
      if (copied) steps.push(structuredClone(copied));
      return { code: 'duplicate_id', pointer: `/steps/${steps.length - 1}/id` };
    });
  });
});
