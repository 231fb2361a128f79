import { rowsAddress } from './rows-address';

describe('rowsAddress', () => {
  it('takes the query of the list as it is', () => {
    const query = { period: '30d', status: ['resolved', 'escalated'] };
    expect(rowsAddress({ list: 'sessions', query })).toEqual({ path: '/sessions', query });
    expect(rowsAddress({ list: 'psa-activities', query: {} }).path).toBe('/psa/activities');
    expect(rowsAddress({ list: 'psa-pushes', query: {} }).path).toBe('/psa/pushes');
  });

  it.each([
    [{ is_active: 'true' }, { state: 'active' }],
    [{ is_active: 'true', category_id: 'c' }, { state: 'active', category: 'c' }],
    [{ is_active: 'true', uncategorised: 'true' }, { state: 'active', category: 'none' }],
  ])('speaks the words of the flow list: %j', (query, expected) => {
    expect(rowsAddress({ list: 'flows', query })).toEqual({ path: '/flows', query: expected });
  });
});
