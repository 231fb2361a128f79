import { Injectable } from '@nestjs/common';

import { Database } from '../../database/database.js';

/** Fewer known rows than this say nothing about a table. */
const TELLING_ROWS = 1_000;

/** What PostgreSQL's planner knows of the sessions. */
@Injectable()
export class SessionStatistics {
  constructor(private readonly database: Database) {}

  /**
   * Counts the sessions for the planner while it believes that there are none. Until it knows better, each new event
   * looks its session up through whichever index names the account: a scan of the account instead of one row, which
   * the server's own statistics end only a minute later. On a cluster the table holds nothing here, and each node
   * counts what it holds itself.
   */
  async refreshWhileUnknown(): Promise<void> {
    const [known] = await this.database.query<{ rows: number }>(
      `select relation.reltuples::float8 as rows from pg_class relation where relation.oid = 'sessions'::regclass and pg_relation_size(relation.oid) > 0`,
    );
    if (known && known.rows < TELLING_ROWS) await this.database.query('analyze sessions');
  }
}
