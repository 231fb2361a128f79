import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sums of whole weeks, Monday to Sunday, of what has a row for each domain or flow and day: of a window of 90 days a seventh
 * of the rows are read. The refresh sums them from the days that are counted already; `rollup_weeks` says which.
 */
export class WeekSums1790000900000 implements MigrationInterface {
  name = 'WeekSums1790000900000';

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

const tables = [
  `create table rollup_weeks (
     account_id uuid not null,
     week date not null,
     primary key (account_id, week)
   )`,
  `create table session_week_domain_stats (
     account_id uuid not null,
     week date not null,
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
     resolved_by_bucket bytea,
     primary key (account_id, week, domain_key)
   )`,
  `create table session_week_flow_stats (
     account_id uuid not null,
     week date not null,
     flow_id uuid not null,
     sessions integer not null,
     resolved integer not null,
     closed integer not null,
     guided integer not null,
     confidence_count integer not null,
     confidence_sum numeric,
     primary key (account_id, week, flow_id)
   )`,
];

const accountOwned = ['session_week_flow_stats', 'session_week_domain_stats', 'rollup_weeks'];
