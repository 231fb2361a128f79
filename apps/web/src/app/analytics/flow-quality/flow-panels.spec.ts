import { flow, idleFlow } from './flow-fixture';
import { attentionPanel, topPanel } from './flow-panels';

const WINDOW = { period: '7d' } as const;
const rowsOf = (query: object) => ({ path: '/sessions', query: { period: '7d', flow_id: 'a', ...query } });

describe('attentionPanel', () => {
  const failing = flow({ name: 'Backup job failed', attention_reasons: ['low_success'], usage_count: 23, resolved: 10, closed: 22 });
  const unused = idleFlow({ flow_id: 'b', name: 'RAID', category: null, attention_reasons: ['unused'] });

  it('lists the flows with their reasons, in the order given', () => {
    expect(attentionPanel([failing, unused], WINDOW).lines).toEqual([
      { id: 'a', name: 'Backup job failed', sub: '10 of 22 resolved', figure: '', figureSub: '22 closed sessions', rows: rowsOf({ status: ['resolved', 'escalated', 'abandoned'] }) },
      { id: 'b', name: 'RAID', sub: 'Never matched', figure: '', figureSub: '', rows: undefined },
    ]);
  });

  it('makes a file of them', () => {
    expect(attentionPanel([failing, unused], WINDOW).csv).toEqual({
      heads: ['Flow', 'Category', 'Usage', 'Resolved', 'Closed', 'Reason'],
      rows: [
        ['Backup job failed', 'VPN', 23, 10, 22, '10 of 22 resolved'],
        ['RAID', null, 0, 0, 0, 'Never matched'],
      ],
    });
  });
});

describe('topPanel', () => {
  it('lists score and resolved of all', () => {
    expect(topPanel([flow({ category: null })], WINDOW).lines).toEqual([
      { id: 'a', name: 'VPN drops every few minutes', sub: 'No category', figure: '0.73', figureSub: '7 of 10', rows: rowsOf({}) },
    ]);
  });
});
