import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Database } from '../database/database.js';
import { Problem } from '../http/problem.js';
import { Draining } from './draining.js';

@Injectable()
export class HealthService {
  private migrated = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly database: Database,
    private readonly draining: Draining,
  ) {}

  /**
   * @throws Problem `unavailable` while the database does not answer or its schema is older than the program, and from
   *   the moment at which the process was told to end.
   */
  async assertReady(): Promise<void> {
    if (this.draining.hasBegun) throw new Problem('unavailable', 'This process is about to end.');
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
