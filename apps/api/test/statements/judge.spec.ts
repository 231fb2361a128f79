import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadModule } from 'libpg-query';

import { judge } from './judge.js';

const SOUND: [what: string, sql: string][] = [
  ['one table', 'select * from sessions where sessions.account_id = $1 and sessions.id = $2'],
  ['an account that is cast', 'select * from sessions where sessions.account_id = $1::uuid'],
  ['reference tables alone', 'select * from users join accounts on accounts.id = users.account_id where users.email = $1'],
  [
    'a join by the account',
    'select * from sessions join flows on flows.account_id = sessions.account_id and flows.id = sessions.matched_flow_id where sessions.account_id = $1',
  ],
  ['a join by pairs', 'select * from sessions as s join flows as f on (f.account_id, f.id) = (s.account_id, s.matched_flow_id) where s.account_id = $1'],
  ['a join by the name', 'select * from sessions join flows using (account_id) where flows.account_id = $1'],
  ['a join by way of a reference table', 'select * from accounts join sessions on sessions.account_id = accounts.id where accounts.id = $1'],
  ['an outer join', 'select * from sessions left join flows on flows.account_id = $1 where sessions.account_id = $1'],
  ['a subquery', 'select exists (select from flows where flows.account_id = $1) from sessions where sessions.account_id = $1'],
  [
    'a lateral subquery',
    'select * from sessions cross join lateral (select from flows where flows.account_id = $1) as f where sessions.account_id = $1',
  ],
  [
    'rows out of a union',
    `with both_of as (
       select sessions.account_id, sessions.domain_key from sessions where sessions.account_id = $1
       union all select flows.account_id, flows.name from flows where flows.account_id = $1
     ) insert into domains (account_id, key) select both_of.account_id, both_of.domain_key from both_of`,
  ],
  [
    'rows counted where they lie',
    `insert into rollup_days (account_id, day) select stats.account_id, days.day from unnest($2::date[]) as days (day)
     cross join lateral (select sessions.account_id from sessions where sessions.account_id = $1 group by sessions.account_id) as stats`,
  ],
  ['rows', 'insert into domains (account_id, key) values ($1, $2), ($1, $3) on conflict (account_id, key) do update set name = excluded.name'],
  ['rows of a query', 'insert into domains (account_id, key) select $1, given.key from unnest($2::text[]) as given (key)'],
  ['a change', 'update imports set lease_until = now() + $3::interval where imports.account_id = $1 and imports.lease_until < now()'],
  [
    'a column that stays or becomes another',
    `insert into flows as old (account_id, id, name) values ($1, $2, $3)
     on conflict (account_id, id) do update set name = case when old.version = excluded.version then old.name else excluded.name end`,
  ],
  [
    'an interval in UTC',
    `update imports set lease_until = (imports.created_at at time zone 'UTC' + interval '1 day') at time zone 'UTC' where imports.account_id = $1`,
  ],
  ['a removal', 'delete from import_chunks using imports where import_chunks.account_id = $1 and imports.account_id = $1 and imports.id = import_chunks.import_id'],
  ['the job queue', 'select * from pgboss.job'],
  ['a command', 'set transaction read only'],
];

const OFFENDERS: [what: string, sql: string, ...faults: string[]][] = [
  ['a table without an account', 'select * from sessions where sessions.id = $1', 'sessions is not held to an account'],
  ['a list of accounts', 'select * from sessions where sessions.account_id = any($1)', 'sessions is not held to an account'],
  ['an account or another', 'select * from sessions where sessions.account_id = $1 or sessions.id = $2', 'sessions is not held to an account'],
  ['all but an account', 'select * from sessions where not (sessions.account_id = $1)', 'sessions is not held to an account'],
  ['a join by the id', 'select * from sessions join flows on flows.id = sessions.matched_flow_id where sessions.account_id = $1', 'flows is not held to an account'],
  [
    'an outer join that holds the rows which it must not',
    'select * from sessions left join flows on sessions.account_id = $1 and flows.account_id = $1',
    'sessions is not held to an account',
  ],
  ['two accounts', 'select * from sessions, flows where sessions.account_id = $1 and flows.account_id = $2', 'several accounts: $1, $2'],
  ['a subquery', 'select (select max(flows.version) from flows) from sessions where sessions.account_id = $1', 'flows is not held to an account'],
  [
    'a table that only its subquery would hold',
    'select * from sessions where exists (select from flows where flows.account_id = $1 and sessions.account_id = $1)',
    'sessions is not held to an account',
  ],
  [
    'a subquery held by the query around it',
    'select (select max(flows.version) from flows where flows.account_id = sessions.account_id) from sessions where sessions.account_id = $1',
    'flows is not held to an account',
  ],
  [
    'a table held by a CTE',
    'with one as (select accounts.id from accounts where accounts.id = $1) select from sessions join one on one.id = sessions.account_id',
    'sessions is not held to an account',
  ],
  [
    'rows out of half of a union',
    `insert into domains (account_id, key)
     select sessions.account_id, sessions.client from sessions where sessions.account_id = $1 union all select accounts.id, accounts.name from accounts`,
    'domains is not held to an account',
  ],
  ['a CTE', 'with all_of as (select * from sessions) select * from all_of where all_of.account_id = $1', 'sessions is not held to an account'],
  ['rows without an account', 'insert into domains (key) values ($1)', 'domains is not held to an account'],
  ['rows whose account comes with them', 'insert into domains (account_id, key) select * from unnest($1::uuid[], $2::text[])', 'domains is not held to an account'],
  ['rows of two accounts', 'insert into domains (account_id, key) values ($1, $2), ($3, $4)', 'several accounts: $1, $3'],
  ['a query among the values', 'insert into domains (account_id, key) values ($1, (select users.name from users limit 1))', 'a query inside of INSERT … VALUES'],
  ['a query before the values', 'with a as (select 1) insert into domains (account_id, key) values ($1, $2)', 'a WITH before INSERT … VALUES'],
  ['a change of any row', 'update flows set name = $1 where flows.id = $2', 'flows is not held to an account'],
  ['a change of the account', 'update flows set account_id = $1 where flows.account_id = $1', 'flows has its account_id set'],
  [
    'a change of the account in a conflict',
    'insert into flows (account_id, id) values ($1, $2) on conflict (account_id, id) do update set account_id = excluded.account_id',
    'flows has its account_id set',
  ],
  [
    'the time in a conflict',
    'insert into flows (account_id, id) values ($1, $2) on conflict (account_id, id) do update set updated_at = now()',
    'ON CONFLICT sets what is neither of its rows nor a constant',
  ],
  ['chance', 'update flows set name = random() where flows.account_id = $1', 'a change by random(), which is volatile'],
  [
    'chance inside of a query',
    'update flows set name = given.name from (select gen_random_uuid() as name) as given where flows.account_id = $1',
    'a change by gen_random_uuid(), which is volatile',
  ],
  [
    'the time in a choice',
    'update imports set lease_until = coalesce(imports.lease_until, now()) where imports.account_id = $1',
    'a change by the time inside of CASE or COALESCE',
  ],
  [
    'a column and an interval',
    `delete from imports where imports.account_id = $1 and imports.created_at + interval '1 day' < now()`,
    'a change by a column and an interval, which depends on the zone of the session',
  ],
  ['a removal of all', 'delete from flows', 'flows is not held to an account'],
  ['a removal inside of a query', 'with gone as (delete from flows returning 1) select count(*) from gone', 'flows is not held to an account'],
  [
    'a copy on every node out of one account',
    'update users set name = (select max(flows.name) from flows where flows.account_id = $1) where users.id = $2',
    `users, which is on every node, is written by what a tenant's table holds`,
  ],
  [
    'the job queue beside the product',
    'select * from pgboss.job as job join accounts on accounts.id::text = job.singleton_key',
    'reads the job queue together with tables of the product',
  ],
  ['what is no query', 'truncate sessions', 'is no query but a TruncateStmt'],
  ['a merge', 'merge into flows using sessions on true when matched then do nothing', 'is no query but a MergeStmt'],
];

describe('The judge of statements', () => {
  beforeAll(() => loadModule());

  it.each(SOUND)('takes %s', (_, sql) => {
    expect(judge(sql)).toEqual([]);
  });

  it.each(OFFENDERS)('would show %s', (_, sql, ...faults) => {
    expect(judge(sql)).toEqual(faults);
  });
});
