import type { ImportMapping } from './import-mapping.js';
import { RowMapper } from './row-mapper.js';
import { takenTimes } from './taken-times.js';
import { TimeReader } from './time-reader.js';

type Cells = Record<string, string>;

const MAPPING: ImportMapping = {
  columns: {
    external_ref: ['id'],
    created_at: ['opened'],
    ended_at: ['resolved', 'closed'],
    status: ['state'],
    confidence_tier: ['tier'],
    problem_domain: ['area'],
    flow: ['playbook'],
    match_confidence: ['score'],
    client: ['customer'],
    summary: ['text'],
  },
  translations: { status: { Solved: 'resolved', 'Handed over': 'escalated' }, confidence_tier: { '*': 'exploring' } },
  flows: { mostFrequent: null, matchedWhen: { column: 'used', value: 'yes' } },
  missing: ['?'],
  dateFormat: null,
  delimiter: ',',
};
const HEADING = ['id', 'opened', 'resolved', 'closed', 'state', 'tier', 'area', 'playbook', 'score', 'used', 'customer', 'text'];
const ROW: Cells = { id: 'INC1', opened: '2026-11-01 09:00', closed: '2026-11-01 10:00', state: 'Solved' };

function map(cells: Cells, mapping: Partial<ImportMapping> = {}) {
  const times = new TimeReader({ format: null, timeZone: 'UTC', taken: takenTimes(Date.parse('2026-11-24')) });
  const mapper = new RowMapper({ ...MAPPING, ...mapping }, HEADING, times);
  return mapper.map(HEADING.map((column) => cells[column] ?? ''));
}
const session = (cells: Cells, mapping?: Partial<ImportMapping>) => map({ ...ROW, ...cells }, mapping).session;
const at = (time: string) => Date.parse(`2026-11-01T${time}:00Z`);

describe('RowMapper', () => {
  it.each<[Cells, string]>([
    [{ opened: '2099-01-01' }, 'opened "2099-01-01" lies in the future'],
    [{ opened: '1969-12-31 23:59' }, 'opened "1969-12-31 23:59" lies before 1970'],
    [{ closed: '2026-11-24 00:06' }, 'closed "2026-11-24 00:06" lies in the future'],
    [{ id: 'x'.repeat(201) }, 'id has more than 200 characters'],
    [{ area: 'x'.repeat(201) }, 'area has more than 200 characters'],
    [{ playbook: 'x'.repeat(201) }, 'playbook has more than 200 characters'],
    [{ customer: 'x'.repeat(201) }, 'customer has more than 200 characters'],
    [{ text: 'x'.repeat(4_001) }, 'text has more than 4000 characters'],
  ])('rejects %j, which no server takes', (cells, message) => {
    expect(() => session(cells)).toThrow(message);
  });

  it('takes what is just within the limits', () => {
    const cells = { closed: '2026-11-24 00:05', area: 'x'.repeat(200), playbook: `${'x'.repeat(99)}    ${'x'.repeat(100)}`, text: 'x'.repeat(4_000) };
    expect(session(cells).summary).toHaveLength(4_000);
    expect(session({ opened: '1970-01-01' }).created_at).toBe(0);
  });

  it('takes the first column of a target that holds a value', () => {
    expect(session({ resolved: '2026-11-01 09:30' }).resolved_at).toBe(at('09:30'));
    expect(session({ resolved: '?' }).resolved_at).toBe(at('10:00'));
  });

  it('trims cells and takes missing words for nothing', () => {
    expect(session({ id: ' INC1 ', area: ' VPN ' })).toMatchObject({ external_ref: 'INC1', problem_domain: 'VPN' });
    expect(session({ area: '?' }).problem_domain).toBeNull();
    expect(session({ area: '  ' }).problem_domain).toBeNull();
  });

  it('gives the end to the state it ends in', () => {
    expect(session({})).toMatchObject({ status: 'resolved', resolved_at: at('10:00'), escalated_at: null });
    expect(session({ state: 'Handed over' })).toMatchObject({ status: 'escalated', resolved_at: null, escalated_at: at('10:00') });
    expect(session({ state: 'abandoned' })).toMatchObject({ status: 'abandoned', resolved_at: null, escalated_at: null });
  });

  it('leaves a session without an end active, unless it was abandoned', () => {
    expect(session({ closed: '' }).status).toBe('active');
    expect(session({ closed: '', state: 'Handed over' }).status).toBe('active');
    expect(session({ closed: '', state: 'abandoned' }).status).toBe('abandoned');
  });

  it('concludes the state from the end when the file states none', () => {
    expect(session({ state: '' }).status).toBe('resolved');
    expect(session({ state: '', closed: '' }).status).toBe('active');
  });

  it('keeps when a session was escalated before it was resolved', () => {
    const { external_ref, created_at, status } = MAPPING.columns;
    const columns = { external_ref, created_at, status, escalated_at: ['resolved'], resolved_at: ['closed'] };
    expect(session({ resolved: '2026-11-01 09:30' }, { columns })).toMatchObject({
      status: 'resolved',
      escalated_at: at('09:30'),
      resolved_at: at('10:00'),
    });
    expect(() => session({ closed: '' }, { columns })).toThrow('is resolved but has no closed');
    expect(() => session({ state: 'Handed over' }, { columns })).toThrow('is escalated but has no resolved');
  });

  it('translates words, knows its own in any case, and falls back on *', () => {
    expect(session({ state: 'RESOLVED' }).status).toBe('resolved');
    expect(session({ tier: 'Guided' }).confidence_tier).toBe('guided');
    expect(session({ tier: 'no idea' }).confidence_tier).toBe('exploring');
    expect(session({ tier: '' }).confidence_tier).toBeNull();
    expect(() => session({ state: 'constructor' })).toThrow('unknown status "constructor" in state');
  });

  it('names the flow of a row and says whether it was used', () => {
    expect(map({ ...ROW, area: 'VPN', playbook: 'Drops', used: 'yes' })).toMatchObject({
      flow: { name: 'Drops', category: 'VPN' },
      isMatched: true,
    });
    expect(map({ ...ROW, playbook: 'Drops', used: 'no' })).toMatchObject({ flow: { category: null }, isMatched: false });
    expect(map({ ...ROW, used: 'yes' })).toMatchObject({ flow: null, isMatched: false });
  });

  it.each([
    [{ id: '' }, 'has no id'],
    [{ opened: '' }, 'has no opened'],
    [{ opened: '1/2/3' }, 'opened "1/2/3" is not a time of the form ISO 8601'],
    [{ closed: '2026-11-01 08:59' }, 'resolved or closed lies before opened'],
    [{ state: 'Parked' }, 'unknown status "Parked" in state'],
    [{ score: '1.01' }, 'score "1.01" is not a number from 0 to 1'],
    [{ score: 'high' }, 'score "high" is not a number'],
  ])('rejects %j with the reason', (cells, reason) => {
    expect(() => session(cells)).toThrow(reason);
  });

  it('rejects a row that is not as wide as the heading', () => {
    const mapper = new RowMapper(MAPPING, HEADING, new TimeReader({ format: null, timeZone: 'UTC' }));
    expect(() => mapper.map(['INC1'])).toThrow('has 1 cells where the heading has 12');
  });

  it('names the columns that a heading lacks or has twice', () => {
    const times = new TimeReader({ format: null, timeZone: 'UTC' });
    const missing = () => new RowMapper(MAPPING, ['id', 'opened', 'x'], times);
    expect(missing).toThrow('it has no column "resolved", "closed", "state", "tier", "area", "playbook", "score", "customer", "text", "used". Its columns are "id", "opened", "x"');
    expect(() => new RowMapper(MAPPING, [...HEADING, 'id'], times)).toThrow('more than one of its columns is called "id"');
  });
});
