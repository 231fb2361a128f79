import type { DataSource } from 'typeorm';

/**
 * Where no Citus can be installed: functions of its names and signatures that keep what they are asked, in order, and refuse
 * what Citus refuses: to spread a table twice, or one with foreign keys, and keys between what is spread and what is not.
 */
export class CitusStandIn {
  private constructor(private readonly dataSource: DataSource) {}

  static async install(dataSource: DataSource): Promise<CitusStandIn> {
    for (const statement of STAND_IN) await dataSource.query(statement);
    return new CitusStandIn(dataSource);
  }

  /** As if `create extension citus` had been said: its row in the catalogue. */
  async appear(version = '13.0-1'): Promise<void> {
    await this.dataSource.query(
      `insert into pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
       values (4011868, 'citus', 'pg_database_owner'::regrole, 'pg_catalog'::regnamespace, false, $1)`,
      [version],
    );
  }

  /** Since the last time it was asked. */
  async calls(): Promise<string[]> {
    const rows = await this.dataSource.query<{ call: string }[]>(
      `with kept as (delete from citus.calls returning position, call) select kept.call from kept order by kept.position`,
    );
    return rows.map(({ call }) => call);
  }

  /** A table that nobody has spread yet. */
  async forget(table: string): Promise<void> {
    await this.dataSource.query('delete from pg_dist_partition where logicalrelid = $1::text::regclass', [table]);
  }
}

const STAND_IN = [
  'create schema citus',
  `create type citus.distribution_type as enum ('hash', 'range', 'append')`,
  'create table citus.calls (position integer generated always as identity, call text not null)',
  'create table pg_dist_partition (logicalrelid regclass primary key, partmethod "char" not null, repmodel "char" not null)',
  `create function citus.spread(target regclass, method "char", model "char", call text) returns void language plpgsql as $$
   begin
     if exists (select from pg_dist_partition where logicalrelid = target) then
       raise 'table "%" is already distributed', target;
     end if;
     if exists (select from pg_constraint where contype = 'f' and target in (conrelid, confrelid)) then
       raise 'relation % has foreign keys', target;
     end if;
     insert into pg_dist_partition values (target, method, model);
     insert into citus.calls (call) values (call || coalesce(' ' || nullif(current_setting('citus.multi_shard_modify_mode', true), ''), ''));
   end $$`,
  `create function create_reference_table(table_name regclass) returns void language plpgsql as $$
   begin perform citus.spread(table_name, 'n', 't', 'reference ' || table_name); end $$`,
  `create function create_distributed_table(
     table_name regclass, distribution_column text, distribution_type citus.distribution_type default 'hash',
     colocate_with text default 'default', shard_count int default null
   ) returns void language plpgsql as $$
   begin
     if colocate_with <> 'none' and not exists (
       select from pg_dist_partition where logicalrelid = colocate_with::regclass and partmethod = 'h'
     ) then
       raise 'relation % is not distributed', colocate_with;
     end if;
     perform citus.spread(table_name, 'h', 's', format('distribute %s by %s with %s', table_name, distribution_column, colocate_with));
   end $$`,
  `create function truncate_local_data_after_distributing_table(function_table regclass) returns void language plpgsql as $$
   begin
     if not exists (select from pg_dist_partition where logicalrelid = function_table) then
       raise 'supplied parameter is not a distributed relation';
     end if;
     insert into citus.calls (call) values ('truncate ' || function_table);
   end $$`,
  `create function create_distributed_function(
     function_name regprocedure, distribution_arg_name text default null, colocate_with text default 'default',
     force_delegation bool default null
   ) returns void language plpgsql as $$
   begin insert into citus.calls (call) values ('function ' || function_name); end $$`,
  `create function citus.watch() returns event_trigger language plpgsql as $$
   declare
     wrong text;
   begin
     select conname into wrong
     from pg_constraint
     where contype = 'f'
       and exists (select from pg_dist_partition where logicalrelid = conrelid)
       and not exists (select from pg_dist_partition where logicalrelid = confrelid);
     if wrong is not null then
       raise 'cannot create foreign key constraint %: the referenced table must be distributed', wrong;
     end if;
     select conname into wrong
     from pg_constraint
     where contype = 'f'
       and not exists (select from pg_dist_partition where logicalrelid = conrelid)
       and exists (select from pg_dist_partition where logicalrelid = confrelid and partmethod = 'h');
     if wrong is not null then
       raise 'cannot create foreign key constraint %: keys from local tables to distributed tables are not supported', wrong;
     end if;
     if current_query() like 'alter table % add constraint % FOREIGN KEY%' then
       insert into citus.calls (call) values (substring(current_query() from 'add constraint (\\w+)'));
     end if;
   end $$`,
  `create event trigger watch on ddl_command_end when tag in ('ALTER TABLE', 'CREATE TABLE') execute function citus.watch()`,
];
