import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of a day that goes on, the hours that are closed can be counted too: such a day is not whole. The refresh looks each minute
 * for the days of late of all accounts, which an index spares it to find among years.
 */
export class ClosedHours1790001000000 implements MigrationInterface {
  name = 'ClosedHours1790001000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '5s'`);
    await runner.query('alter table rollup_days add column whole boolean not null default true');
    await runner.query('create index rollup_days_day on rollup_days (day, account_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of counts) {
      await runner.query(
        `delete from ${table} using rollup_days
         where rollup_days.account_id = ${table}.account_id and rollup_days.day = ${table}.day and not rollup_days.whole`,
      );
    }
    await runner.query('delete from rollup_days where not rollup_days.whole');
    await runner.query('drop index rollup_days_day');
    await runner.query('alter table rollup_days drop column whole');
  }
}

const counts = ['session_day_domain_stats', 'session_day_flow_stats', 'session_day_stats', 'psa_day_stats'];
