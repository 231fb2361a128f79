import fc from 'fast-check';

import { arbitraryFlowSteps, vpnSteps } from '@flowpilot/testing';

import { editTexts } from '../steps/edit-step.js';
import { type FlowDraft, newDraft, sameDraft } from './flow-draft.js';

const copied = <Value>(value: Value) => JSON.parse(JSON.stringify(value)) as Value;

describe('sameDraft', () => {
  const draft: FlowDraft = { ...newDraft({ id: 'c', name: 'VPN' }), name: 'VPN drops', steps: vpnSteps() };

  it('sees no change in a copy', () => {
    expect(sameDraft(draft, copied(draft))).toBe(true);
    const others = arbitraryFlowSteps().map((steps) => ({ ...draft, steps }));
    fc.assert(fc.property(others, (other) => expect(sameDraft(other, copied(other))).toBe(true)));
  });

  it.each<[string, Partial<FlowDraft>]>([
    ['name', { name: 'VPN' }],
    ['category', { category: null }],
    ['new category', { category: { id: null, name: 'VPN' } }],
    ['type', { treeType: 'procedural' }],
    ['description', { description: 'Often.' }],
    ['state', { isActive: false }],
    ['a step', { steps: editTexts(draft.steps, 'still', { title: 'Still?' }) }],
    ['one step less', { steps: draft.steps.slice(1) }],
    ['the order of the steps', { steps: draft.steps.toReversed() }],
    ['an answer', { steps: draft.steps.map((step) => (step.options ? { ...step, options: step.options.slice(1) } : step)) }],
  ])('sees another %s', (_, change) => expect(sameDraft(draft, { ...draft, ...change })).toBe(false));
});
