import { describe, expect, it } from '@jest/globals';

import { DueAccounts } from './due-accounts.js';

describe('DueAccounts', () => {
  it('shares the free slots out, at most half of all to one account', () => {
    const due = new DueAccounts(8);
    due.add('a');
    expect(due.next(8)).toEqual({ accountId: 'a', limit: 4 });
    for (const accountId of ['a', 'b', 'c', 'a']) due.add(accountId);
    expect(due.next(7)).toEqual({ accountId: 'a', limit: 3 });
    expect(due.next(4)).toEqual({ accountId: 'b', limit: 2 });
    expect(due.next(0)).toBeUndefined();
  });

  it('passes over an account that holds its half, until it gives a slot back', () => {
    const due = new DueAccounts(3);
    for (const accountId of ['a', 'a']) due.hold(accountId);
    due.add('a');
    expect(due.next(1)).toBeUndefined();
    due.add('b');
    expect(due.next(1)).toEqual({ accountId: 'b', limit: 1 });
    due.release('a');
    expect(due.next(1)).toEqual({ accountId: 'a', limit: 1 });
  });

  it('puts an account that gives a slot back behind those that wait', () => {
    const due = new DueAccounts(2);
    due.hold('a');
    for (const accountId of ['a', 'b']) due.add(accountId);
    due.release('a');
    expect(due.next(1)).toEqual({ accountId: 'b', limit: 1 });
    expect(due.next(1)).toEqual({ accountId: 'a', limit: 1 });
  });
});
