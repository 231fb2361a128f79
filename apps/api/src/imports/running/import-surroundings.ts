import { Injectable } from '@nestjs/common';

import { Database } from '../../database/database.js';
import { CategoryService, FlowService } from '../../flows/index.js';
import { SessionIngest } from '../../sessions/index.js';
import { Clock } from '../../time/clock.js';

/** What an import reads from and writes to. */
@Injectable()
export class ImportSurroundings {
  constructor(
    readonly database: Database,
    readonly clock: Clock,
    readonly categories: CategoryService,
    readonly flows: FlowService,
    readonly ingest: SessionIngest,
  ) {}
}
