import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sessions and time entries counted by local day. `rollup_days` says which days are counted, and by which zone's clocks;
 * `rollup_invalidations` which instants lie in days that were written to since.
 */
export class Rollups1790000700000 implements MigrationInterface {
  name = 'Rollups1790000700000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
    for (const table of accountOwned) {
      await runner.query(
        `alter table ${table} add constraint ${table}_account_fk foreign key (account_id) references accounts (id)`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of accountOwned) await runner.query(`drop table ${table}`);
  }
}

// Wide rows, narrow counters, keys in the order in which they are read.
const tables = [
  `create table rollup_days (
     account_id uuid not null,
     day date not null,
     time_zone text not null,
     starts_at timestamptz not null,
     ends_at timestamptz not null,
     primary key (account_id, day),
     constraint rollup_days_last check (starts_at < ends_at)
   )`,
  `create table rollup_invalidations (
     account_id uuid not null,
     created_at timestamptz not null,
     id uuid not null,
     primary key (account_id, created_at, id)
   )`,
  // Without a domain: the empty key, which no domain has. Buckets are pairs of bucket (2 bytes) and sessions (4 bytes).
  `create table session_day_domain_stats (
     account_id uuid not null,
     day date not null,
     domain_key text collate "C" not null,
     sessions integer not null,
     resolved integer not null,
     escalated integer not null,
     abandoned integer not null,
     active integer not null,
     guided integer not null,
     exploring integer not null,
     discovery integer not null,
     matched integer not null,
     resolution_microseconds bigint,
     resolution_buckets bytea,
     primary key (account_id, day, domain_key)
   )`,
  `create table session_day_flow_stats (
     account_id uuid not null,
     day date not null,
     flow_id uuid not null,
     sessions integer not null,
     resolved integer not null,
     closed integer not null,
     guided integer not null,
     confidence_count integer not null,
     confidence_sum numeric,
     primary key (account_id, day, flow_id)
   )`,
  `create table session_day_funnel_stats (
     account_id uuid not null,
     day date not null,
     total_sessions integer not null,
     linked_to_ticket integer not null,
     doc_pushed integer not null,
     time_entry_logged integer not null,
     skipped_a_step integer not null,
     ended_without_entry integer not null,
     last_ended_without_entry_at timestamptz,
     primary key (account_id, day)
   )`,
  // Time entries by the local day of the same session's previous one, '-infinity' where there is none.
  `create table psa_day_stats (
     account_id uuid not null,
     day date not null,
     previous_day date not null,
     entries integer not null,
     unattributed integer not null,
     hour_parts bigint not null,
     primary key (account_id, day, previous_day)
   )`,
];

const accountOwned = [
  'psa_day_stats',
  'session_day_funnel_stats',
  'session_day_flow_stats',
  'session_day_domain_stats',
  'rollup_invalidations',
  'rollup_days',
];
