import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Database } from '../database/database.js';
import { Problem } from '../http/problem.js';

@Injectable()
export class HealthService {
  private migrated = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly database: Database,
  ) {}

  /** @throws Problem `unavailable` while the database does not answer or its schema is older than the program. */
  async assertReady(): Promise<void> {
    try {
      await this.database.query('select 1');
      // Migrations are append-only: once all have run they stay so.
      this.migrated ||= !(await this.dataSource.showMigrations());
    } catch {
      throw new Problem('unavailable', 'The database does not answer.');
    }
    if (!this.migrated) throw new Problem('unavailable', 'The migrations have not all run.');
  }
}
