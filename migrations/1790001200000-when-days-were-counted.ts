import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever remembers what was counted of a day can tell by it whether the day was counted anew since. */
export class WhenDaysWereCounted1790001200000 implements MigrationInterface {
  name = 'WhenDaysWereCounted1790001200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '5s'`);
    await runner.query('alter table rollup_days add column counted_at timestamptz not null default now()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table rollup_days drop column counted_at');
  }
}
