import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Database } from '../apps/api/src/database/database.js';
import { createTestDatabase, type TestDatabase } from '../apps/api/src/database/test-database.js';
import { shardingFaults } from '../apps/api/test/sharding-rules.js';

const SOUND = `
  create table widgets (
    account_id uuid not null references accounts (id), id uuid not null, flow_id uuid, name text,
    primary key (account_id, id),
    foreign key (account_id, flow_id) references flows (account_id, id)
  )`;

/** Each breaks one rule, on top of the sound table. */
const OFFENDERS: [rule: string, statement: string, faults: string[]][] = [
  [
    'a table without an account',
    'create table gadgets (id uuid primary key)',
    ['has no account_id uuid not null', 'index gadgets_pkey does not contain account_id'],
  ],
  [
    'a table whose account may be missing',
    'create table gadgets (account_id uuid, id uuid not null, unique (account_id, id))',
    ['has no account_id uuid not null', 'has no primary key'],
  ],
  [
    'an account that is a text',
    'create table gadgets (account_id text, id uuid, primary key (account_id, id))',
    ['has no account_id uuid not null', 'index gadgets_pkey does not contain account_id'],
  ],
  [
    'a primary key without the account',
    'create table gadgets (account_id uuid not null, id uuid primary key)',
    ['index gadgets_pkey does not contain account_id'],
  ],
  [
    'a unique constraint without the account',
    'alter table widgets add constraint widgets_name unique (name)',
    ['index widgets_name does not contain account_id'],
  ],
  [
    'an index without the account',
    'create index widgets_name on widgets (name)',
    ['index widgets_name does not contain account_id'],
  ],
  [
    'an index that only includes the account',
    'create index widgets_name on widgets (name) include (account_id)',
    ['index widgets_name does not contain account_id'],
  ],
  [
    'a foreign key by the id alone',
    `create table gadgets (account_id uuid not null, id uuid not null, widget_id uuid, primary key (account_id, id));
     create unique index widgets_id on widgets (id, account_id);
     alter table gadgets add constraint gadgets_widgets_fk
       foreign key (widget_id, account_id) references widgets (account_id, id)`,
    ['key gadgets_widgets_fk does not pair account_id with account_id'],
  ],
  [
    'a foreign key that clears on deletion',
    `alter table widgets add constraint widgets_fk
       foreign key (account_id, flow_id) references flows (account_id, id) on delete set null (flow_id)`,
    ['key widgets_fk acts on deletion or update'],
  ],
  [
    'a foreign key that deletes along',
    `alter table widgets add constraint widgets_fk
       foreign key (account_id, flow_id) references flows (account_id, id) on delete cascade`,
    ['key widgets_fk acts on deletion or update'],
  ],
  [
    'a foreign key that updates along',
    `alter table widgets add constraint widgets_fk
       foreign key (account_id) references accounts (id) on update cascade`,
    ['key widgets_fk acts on deletion or update'],
  ],
  [
    'a reference from a table that is everywhere to one that is not',
    `alter table users add column flow_id uuid,
       add constraint users_flows_fk foreign key (account_id, flow_id) references flows (account_id, id)`,
    [`key users_flows_fk leads from a reference table to a tenant's`],
  ],
  [
    'a trigger',
    `create function touch() returns trigger language plpgsql as 'begin return new; end';
     create trigger widgets_touch before update on widgets for each row execute function touch()`,
    ['trigger widgets_touch'],
  ],
  ['a rule', 'create rule widgets_keep as on delete to widgets do instead nothing', ['rule widgets_keep']],
];

describe('The catalogue', () => {
  let testDatabase: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = new Database(testDatabase.dataSource);
  });

  afterAll(() => testDatabase.drop());

  /** The faults that stand once the statements have run; nothing of it stays. */
  async function faultsAfter(...statements: string[]): Promise<string[]> {
    const runner = testDatabase.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      for (const statement of statements) await runner.query(statement);
      return (await shardingFaults(runner)).map(({ fault }) => fault);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  it('lets every table be sharded by account', async () => {
    expect(await shardingFaults(database)).toEqual([]);
  });

  it('takes a sound table', async () => {
    expect(await faultsAfter(SOUND)).toEqual([]);
  });

  it.each(OFFENDERS)('would show %s', async (_, statement, faults) => {
    expect(await faultsAfter(SOUND, statement)).toEqual(faults);
  });
});
