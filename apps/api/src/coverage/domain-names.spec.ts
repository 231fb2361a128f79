import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { Scenario } from '@flowpilot/testing';

import { Database } from '../database/database.js';
import { createTestDatabase, type TestDatabase } from '../database/test-database.js';
import { DomainNames } from './domain-names.js';

const TODAY = new Date('2026-06-30T09:00:00Z');

describe('DomainNames', () => {
  let testDatabase: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = new Database(testDatabase.dataSource);
  });

  afterAll(() => testDatabase.drop());

  it('asks for a spelling once, and tells accounts apart', async () => {
    const [acme, globex] = [await Scenario.start(database), await Scenario.start(database)];
    await acme.session({ createdAt: TODAY, domain: 'Wi-Fi' });
    await globex.session({ createdAt: TODAY, domain: 'WI-FI' });
    await acme.session({ createdAt: TODAY, domain: 'Print server' });
    const names = new DomainNames(database);
    const statements = jest.spyOn(database, 'prepared');
    expect(await names.of(acme.accountId, ['wi-fi'])).toEqual(new Map([['wi-fi', 'Wi-Fi']]));
    expect(await names.of(globex.accountId, ['wi-fi'])).toEqual(new Map([['wi-fi', 'WI-FI']]));
    expect(await names.of(acme.accountId, ['print server', 'wi-fi'])).toEqual(new Map([['print server', 'Print server'], ['wi-fi', 'Wi-Fi']]));
    expect(statements.mock.calls.map(([, parameters]) => parameters?.[1])).toEqual([['wi-fi'], ['wi-fi'], ['print server']]);
    expect(await names.of(acme.accountId, ['wi-fi'])).toEqual(new Map([['wi-fi', 'Wi-Fi']]));
    expect(await names.of(acme.accountId, ['unheard of'])).toEqual(new Map());
    expect(statements).toHaveBeenCalledTimes(4);
    statements.mockRestore();
  });
});
