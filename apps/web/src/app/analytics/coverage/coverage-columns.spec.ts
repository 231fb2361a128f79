import { COVERAGE_COLUMNS, COVERAGE_HEADS, orderedDomains } from './coverage-columns';
import { coverageRow } from './coverage-row-fixture';

// As the server orders them: most sessions first, then by name.
const domains = [
  coverageRow({ domain: 'Email', session_count: 20_000, resolved: 15_003, flow_count: 1, median_resolution_minutes: 22 }),
  coverageRow({ domain: 'VPN', session_count: 20_000, resolved: 15_002, flow_count: 4, median_resolution_minutes: 33 }),
  coverageRow({ domain: 'backup', session_count: 10, resolved: 10, flow_count: 4, median_resolution_minutes: 96 }),
  coverageRow({ domain: 'Servers', session_count: 0, resolved: 0, flow_count: 1, median_resolution_minutes: null }),
];

const names = (...[column, direction]: [keyof typeof COVERAGE_COLUMNS, 'ascending' | 'descending']) =>
  orderedDomains(domains, { column, direction }).map(({ domain }) => domain);

describe('orderedDomains', () => {
  it('is the server’s own order by sessions', () => {
    expect(names('sessions', 'descending')).toEqual(['Email', 'VPN', 'backup', 'Servers']);
  });

  it('orders by exact shares that round to the same, domains without sessions last', () => {
    expect(names('resolution', 'descending')).toEqual(['backup', 'Email', 'VPN', 'Servers']);
    expect(names('resolution', 'ascending')).toEqual(['VPN', 'Email', 'backup', 'Servers']);
  });

  it('leaves ties as they came', () => {
    expect(names('flows', 'descending')).toEqual(['VPN', 'backup', 'Email', 'Servers']);
  });

  it('orders names whatever their case, and times with the missing last', () => {
    expect(names('domain', 'ascending')).toEqual(['backup', 'Email', 'Servers', 'VPN']);
    expect(names('median', 'ascending')).toEqual(['Email', 'VPN', 'backup', 'Servers']);
  });

  it('has a head for every column', () => {
    expect(COVERAGE_HEADS.map(({ column }) => column).sort()).toEqual(Object.keys(COVERAGE_COLUMNS).sort());
  });
});
