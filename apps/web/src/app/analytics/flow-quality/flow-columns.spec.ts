import { exactQuality, FLOW_COLUMNS, FLOW_HEADS, type FlowColumn, orderedFlows } from './flow-columns';
import { flow, idleFlow } from './flow-fixture';

const flows = [
  flow({ flow_id: '1', name: 'Password reset', usage_count: 20_000, resolved: 15_001, success_rate: 0.75, days_since_last_match: 3 }),
  flow({ flow_id: '2', name: 'mailbox full', usage_count: 20_000, resolved: 15_002, success_rate: 0.75, days_since_last_match: 0 }),
  idleFlow({ flow_id: '3', name: 'Zebra printer' }),
  idleFlow({ flow_id: '4', name: 'Archive restore', days_since_last_match: 41 }),
  flow({ flow_id: '5', name: 'New starter', usage_count: 5, resolved: 5, success_rate: 1, avg_confidence: 0.9, days_since_last_match: 1 }),
];

const ids = (column: FlowColumn, direction = FLOW_COLUMNS[column]) =>
  orderedFlows(flows, { column, direction }).map(({ flow_id }) => flow_id);

describe('orderedFlows', () => {
  it('orders by exact success, flows without sessions last and by name', () => {
    expect(ids('success_rate')).toEqual(['5', '2', '1', '4', '3']);
  });

  it('breaks ties by the lower-cased name', () => {
    expect(ids('usage')).toEqual(['2', '1', '5', '4', '3']);
  });

  it('puts the latest used first, the never used last either way', () => {
    expect(ids('last_used')).toEqual(['2', '5', '1', '4', '3']);
    expect(ids('last_used', 'ascending')).toEqual(['4', '1', '5', '2', '3']);
  });

  it('orders by name and by confidence', () => {
    expect(ids('name')).toEqual(['4', '2', '5', '1', '3']);
    expect(ids('confidence')).toEqual(['5', '2', '1', '4', '3']);
  });

  it('orders by exact quality', () => {
    expect(ids('quality')[0]).toBe('5');
    expect(ids('quality').at(-1)).toBe('3');
  });

  it('has a head for every column', () => {
    expect(FLOW_HEADS.map(({ column }) => column).sort()).toEqual(Object.keys(FLOW_COLUMNS).sort());
  });
});

describe('exactQuality', () => {
  it('is the score of the metrics before it is rounded', () => {
    expect(exactQuality(flow())).toBeCloseTo(0.73, 10);
    expect(exactQuality(flow({ usage_count: 4, resolved: 1, guided: 0, days_since_last_match: 9 }))).toBeCloseTo(0.305, 10);
    expect(exactQuality(idleFlow({ days_since_last_match: 45 }))).toBeCloseTo(0.1, 10);
    expect(exactQuality(idleFlow())).toBe(0);
  });
});
