import { describe, expect, it } from '@jest/globals';

import { flowStepFaults } from '@flowpilot/metrics';

import { ACCESS } from './access.catalogue.js';
import { DECISION_TREES } from './decision-trees.js';
import { INFRASTRUCTURE } from './infrastructure.catalogue.js';
import { toSteps } from './tree-notation.js';
import { WORKPLACE } from './workplace.catalogue.js';

describe('the decision trees of the demo', () => {
  const trees = Object.entries(DECISION_TREES);

  it.each(trees)('%s is whole', (_, tree) => expect(flowStepFaults(toSteps(tree))).toEqual([]));

  it('belong to flows of the catalogue', () => {
    const flows = [...ACCESS, ...INFRASTRUCTURE, ...WORKPLACE].flatMap((domain) => domain.flows.map(({ name }) => name));
    expect(flows).toEqual(expect.arrayContaining(trees.map(([name]) => name)));
  });

  it('are written in the order in which they are read', () => {
    const [first, second] = toSteps(DECISION_TREES['New starter account'] ?? []);
    expect([first?.id, first?.next, second?.id]).toEqual(['step-1', 'step-2', 'step-2']);
  });
});
