import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many active flows each category has is asked with each coverage: the index alone tells it of flows that were not written to of late. */
export class ActiveFlowsByIndex1790001300000 implements MigrationInterface {
  name = 'ActiveFlowsByIndex1790001300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '5s'`);
    await runner.query('create index flows_category_active on flows (account_id, category_id) include (is_active)');
    await runner.query('drop index flows_category');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('create index flows_category on flows (account_id, category_id)');
    await runner.query('drop index flows_category_active');
  }
}
