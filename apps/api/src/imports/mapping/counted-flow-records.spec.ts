import { CountedFlowRecords } from './counted-flow-records.js';
import { ensureFlows, type FlowRecords } from './flow-catalogue.js';

/** An account without flows; the flow of that name cannot be made. */
function accountRefusing(name: string): FlowRecords {
  return {
    categories: () => nothing(),
    flows: () => nothing(),
    makeCategory: (category) => Promise.resolve(category),
    makeFlow: (flow) => (flow.name === name ? Promise.reject(new Error('refused')) : Promise.resolve(flow.name)),
  };
}
async function* nothing(): AsyncGenerator<never> {
  yield* await Promise.resolve([]);
}

describe('CountedFlowRecords', () => {
  it('counts what was made before one is refused', async () => {
    const records = new CountedFlowRecords(accountRefusing('Third'));
    const wanted = ['First', 'Second', 'Third', 'Fourth'].map((name) => ({ key: `vpn\n${name}`, name, category: 'VPN', sessions: 1, earliest: 0 }));
    await expect(ensureFlows(records, wanted, () => undefined)).rejects.toThrow('refused');
    expect(records.made).toEqual({ categories: 1, flows: 2 });
  });
});
