import { readSort, type SortableColumns, sortAfterClick, sortedRows, sortParams } from './column-sort';

const columns: SortableColumns<'name' | 'usage' | 'quality'> = { quality: 'descending', name: 'ascending', usage: 'descending' };

describe('the sort in the address', () => {
  it.each([
    ['usage', null, { column: 'usage', direction: 'descending' }],
    ['usage', 'asc', { column: 'usage', direction: 'ascending' }],
    ['name', null, { column: 'name', direction: 'ascending' }],
    ['name', 'desc', { column: 'name', direction: 'descending' }],
    [null, null, { column: 'quality', direction: 'descending' }],
    ['nonsense', 'sideways', { column: 'quality', direction: 'descending' }],
    ['toString', null, { column: 'quality', direction: 'descending' }],
  ])('reads sort=%s and order=%s', (sort, order, expected) => {
    expect(readSort(columns, 'quality', sort, order)).toEqual(expected);
  });

  it.each([
    [{ column: 'quality', direction: 'descending' }, { sort: null, order: null }],
    [{ column: 'quality', direction: 'ascending' }, { sort: 'quality', order: 'asc' }],
    [{ column: 'usage', direction: 'descending' }, { sort: 'usage', order: null }],
    [{ column: 'name', direction: 'descending' }, { sort: 'name', order: 'desc' }],
  ] as const)('says no more than needed: %j', (sort, params) => {
    expect(sortParams(columns, 'quality', sort)).toEqual(params);
    expect(readSort(columns, 'quality', params.sort, params.order)).toEqual(sort);
  });
});

describe('sortAfterClick', () => {
  it('takes a new column its own way, then turns round', () => {
    const first = sortAfterClick(columns, { column: 'quality', direction: 'descending' }, 'name');
    expect(first).toEqual({ column: 'name', direction: 'ascending' });
    expect(sortAfterClick(columns, first, 'name')).toEqual({ column: 'name', direction: 'descending' });
  });
});

describe('sortedRows', () => {
  const rows = [{ id: 'a', rate: 0.5 }, { id: 'b', rate: null }, { id: 'c', rate: 0.9 }, { id: 'd', rate: 0.5 }];

  it('puts missing values last, whichever way', () => {
    expect(sortedRows(rows, ({ rate }) => rate, 'descending').map(({ id }) => id)).toEqual(['c', 'a', 'd', 'b']);
    expect(sortedRows(rows, ({ rate }) => rate, 'ascending').map(({ id }) => id)).toEqual(['a', 'd', 'c', 'b']);
  });

  it('orders names as people do', () => {
    const names = ['Über', 'zebra', 'Alpha', 'émail'].map((name) => ({ name }));
    expect(sortedRows(names, ({ name }) => name, 'ascending').map(({ name }) => name)).toEqual(['Alpha', 'émail', 'Über', 'zebra']);
  });

  it('leaves what it was given', () => {
    const given = [...rows];
    sortedRows(rows, ({ rate }) => rate, 'ascending');
    expect(rows).toEqual(given);
  });
});
