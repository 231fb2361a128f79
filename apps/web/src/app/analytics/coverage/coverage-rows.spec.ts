import { coverageRow } from './coverage-row-fixture';
import { coverageRows, coverageSummary } from './coverage-rows';

const only = (told: Parameters<typeof coverageRow>[0]) => {
  const [row] = coverageRows([coverageRow(told)], { period: '7d' }, 8);
  if (!row) throw new Error('no row');
  return row;
};

describe('coverageRows', () => {
  it('shows the rounded rate, with its numerator and denominator, and how sure it is', () => {
    const { resolution, escalation, guided, medianDetail } = only({});
    expect(resolution).toMatchObject({ value: '80.0', rating: 'good', detail: '8 of 10 sessions. 95%: 49.0 to 94.3% of the closed' });
    expect([escalation.detail, guided.detail]).toEqual(['1 of 10 sessions', '6 of 10 sessions']);
    expect(medianDetail).toBe('8 resolved, at most 1% off');
  });

  it('doubts shares that few closed sessions stand behind', () => {
    const few = only({ session_count: 9, escalated: 2, closed: 5, resolved: 3, evidence: 'insufficient' });
    expect(few.escalation.detail).toBe('2 of 9 sessions. 5 of 9 are closed, too few to be sure');
    expect(few.medianDetail).toBe('3 resolved, at most 1% off, too few to be sure');
  });

  it('leads to the sessions counted, and nowhere without any', () => {
    const query = { period: '7d', domain: 'VPN' };
    expect(only({}).resolution.rows).toEqual({ path: '/sessions', query: { ...query, status: 'resolved' } });
    expect(only({}).sessionRows).toEqual({ path: '/sessions', query });
    expect(only({ category_id: 'c' }).flows.rows).toEqual({ path: '/flows', query: { state: 'active', category: 'c' } });
    expect(only({ session_count: 0 })).toMatchObject({ sessionRows: undefined, resolution: { rows: undefined } });
  });

  it('judges the exact share, not the rounded rate', () => {
    // 15,003 of 20,000 rounds to 0.750, which would be fair.
    expect(only({ session_count: 20_000, resolved: 15_003, resolution_rate: 0.75 }).resolution.rating).toBe('good');
    expect(only({ session_count: 20_000, resolved: 15_000, resolution_rate: 0.75 }).resolution.rating).toBe('fair');
    expect(only({ session_count: 20_000, escalated: 1_999, escalation_rate: 0.1 }).escalation.rating).toBe('good');
    expect(only({ session_count: 10, escalated: 1, escalation_rate: 0.1 }).escalation.rating).toBe('fair');
    expect(only({ session_count: 10, guided: 6, guided_rate: 0.6 }).guided.rating).toBe('fair');
  });

  it('finds gaps and idle domains', () => {
    expect(only({ flow_count: 0 }).kind).toBe('gap');
    expect(only({ session_count: 0, resolved: 0 }).kind).toBe('idle');
    expect(only({}).kind).toBe('covered');
    expect(only({ flow_count: 0, session_count: 0 }).kind).toBe('covered');
  });

  it('has nothing to judge without sessions', () => {
    const row = only({
      session_count: 0,
      resolved: 0,
      escalated: 0,
      guided: 0,
      resolution_rate: null,
      escalation_rate: null,
      guided_rate: null,
      median_resolution_minutes: null,
    });
    expect(row.resolution).toEqual({ value: '–', rating: null, detail: '' });
    expect([row.median, row.medianDetail]).toEqual(['–', '']);
  });

  it('judges the number of flows', () => {
    expect(only({ flow_count: 5 }).flows).toMatchObject({ value: '5', rating: 'good' });
    expect(only({ flow_count: 1 }).flows.rating).toBe('fair');
    expect(only({ flow_count: 0 }).flows.rating).toBe('poor');
  });

  it('measures sessions by the busiest domain', () => {
    const rows = coverageRows([coverageRow({ session_count: 200 }), coverageRow({ session_count: 50 })], { period: '7d' }, 8);
    expect(rows.map(({ magnitude }) => magnitude)).toEqual([1, 0.25]);
    expect(only({ session_count: 0 }).magnitude).toBe(0);
  });
});

describe('coverageSummary', () => {
  it('counts what the line above the table says', () => {
    const domains = [coverageRow(), coverageRow({ flow_count: 0 }), coverageRow({ session_count: 0 })];
    const window = {
      period: '30d' as const,
      from: '2026-10-26T00:00:00Z',
      to: '2026-11-24T16:42:00Z',
      time_zone: 'Europe/London',
      previous: { from: '2026-09-25T23:00:00Z', to: '2026-10-25T16:42:00Z' },
    };
    const coverage = { domains, total_domains: 3, unmapped_session_count: 46, uncategorised_flow_count: 2, window };
    expect(coverageSummary(coverage)).toEqual({ domains: 3, gaps: 1, unmappedSessions: 46, uncategorisedFlows: 2 });
  });
});
