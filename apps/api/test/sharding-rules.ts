import type { SqlRunner } from '@flowpilot/testing';

import { REFERENCE_TABLES } from '../../../migrations/distribution.js';

export interface ShardingFault {
  table: string;
  fault: string;
}

/** The migrations' own book. */
const IGNORED_TABLES = ['migrations'];

/** What in the catalogue keeps a table from being distributed by `account_id`; empty when nothing does. */
export async function shardingFaults(sql: SqlRunner): Promise<ShardingFault[]> {
  return (await sql.query(SHARDING_FAULTS, [REFERENCE_TABLES, IGNORED_TABLES])) as ShardingFault[];
}

const SHARDING_FAULTS = `
  with tables as (
    select pg_class.oid, pg_class.relname as name, pg_class.relname = any($1::text[]) as is_reference,
           pg_attribute.attnum as account_column,
           coalesce(pg_attribute.attnotnull, false) as account_is_required
    from pg_class
    left join pg_attribute on pg_attribute.attrelid = pg_class.oid and pg_attribute.attname = 'account_id'
      and pg_attribute.atttypid = 'uuid'::regtype and not pg_attribute.attisdropped
    where pg_class.relnamespace = 'public'::regnamespace and pg_class.relkind in ('r', 'p')
      and not pg_class.relname = any($2::text[])
  ),
  tenant_tables as (
    select tables.* from tables where not tables.is_reference
  ),
  references_made as (
    select pg_constraint.*, source.name as source, source.is_reference as from_reference,
           source.account_column as source_account, target.name as target,
           target.is_reference as to_reference, target.account_column as target_account
    from pg_constraint
    join tables as source on source.oid = pg_constraint.conrelid
    join tables as target on target.oid = pg_constraint.confrelid
    where pg_constraint.contype = 'f'
  ),
  faults as (
    select tenant_tables.name as table, 'has no account_id uuid not null' as fault
    from tenant_tables
    where not tenant_tables.account_is_required
    union all
    select tenant_tables.name, 'has no primary key'
    from tenant_tables
    where not exists (
      select from pg_index where pg_index.indrelid = tenant_tables.oid and pg_index.indisprimary
    )
    union all
    select tenant_tables.name, 'index ' || pg_index.indexrelid::regclass || ' does not contain account_id'
    from tenant_tables
    join pg_index on pg_index.indrelid = tenant_tables.oid
    where not coalesce(tenant_tables.account_column = any((pg_index.indkey::int2[])[0:pg_index.indnkeyatts - 1]), false)
    union all
    select references_made.source, 'key ' || references_made.conname || ' does not pair account_id with account_id'
    from references_made
    where not references_made.from_reference and not references_made.to_reference
      and not coalesce(
        array_position(references_made.conkey, references_made.source_account)
        = array_position(references_made.confkey, references_made.target_account), false)
    union all
    select references_made.source, 'key ' || references_made.conname || ' leads from a reference table to a tenant''s'
    from references_made
    where references_made.from_reference and not references_made.to_reference
    union all
    select references_made.source, 'key ' || references_made.conname || ' acts on deletion or update'
    from references_made
    where not references_made.from_reference
      and (references_made.confdeltype not in ('a', 'r') or references_made.confupdtype not in ('a', 'r'))
    union all
    select tenant_tables.name, 'trigger ' || pg_trigger.tgname
    from tenant_tables
    join pg_trigger on pg_trigger.tgrelid = tenant_tables.oid
    where not pg_trigger.tgisinternal
    union all
    select tenant_tables.name, 'rule ' || pg_rewrite.rulename
    from tenant_tables
    join pg_rewrite on pg_rewrite.ev_class = tenant_tables.oid
  )
  select faults.table, faults.fault from faults order by faults.table, faults.fault`;
