import { Injectable } from '@nestjs/common';

import type {
  Page,
  PsaActivityDto,
  PsaActivityFilterDto,
  PsaActivityQueryDto,
  PsaActivitySumDto,
  RecordPsaActivityDto,
} from '@flowpilot/contracts';

import type { Actor } from '../auth/index.js';
import { isForeignKeyViolation } from '../database/constraint-violation.js';
import { Database } from '../database/database.js';
import { timeCursor } from '../http/cursor-key.js';
import { everyRow } from '../http/every-row.js';
import { pageSize, toPage } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { noteLateEntries, noteLateWrites } from '../late-writes/index.js';
import { Clock } from '../time/clock.js';
import { askedStretch, type Interval, WindowService } from '../window/index.js';
import {
  attributeActivity,
  EXPORTED,
  type ExportedActivityRow,
  flagSessions,
  insertActivities,
  LISTED,
  type PsaActivityRow,
  selectActivities,
  selectActivityOfEntry,
  sumActivities,
} from './psa-activity.query.js';
import { newActivity } from './psa-activity.js';

const EXPORT_PAGE_SIZE = 1_000;

/** A row of the file. */
export type ExportedActivity = PsaActivityDto & Pick<ExportedActivityRow, 'engineer' | 'client' | 'created_local'>;

export interface RecordedActivity {
  activity: PsaActivityDto;
  /** False when the pair of type and entry id was known. */
  isNew: boolean;
}

/** The log of what reached the PSA. */
@Injectable()
export class PsaActivityService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly windows: WindowService,
  ) {}

  /** Newest first. */
  async list({ accountId }: Actor, query: PsaActivityQueryDto): Promise<Page<PsaActivityDto>> {
    const stretch = await this.stretch(accountId, query);
    const after = timeCursor(query.cursor);
    const rows = await selectActivities(LISTED, this.database, accountId, stretch, query, after, pageSize(query) + 1);
    return toPage(rows, query, listKey, toPsaActivityDto);
  }

  /** All that the filter admits, newest first, for a file. The window is resolved at once, so that its errors are answered. */
  async every({ accountId }: Actor, filter: PsaActivityFilterDto): Promise<AsyncIterable<ExportedActivity>> {
    const stretch = await this.stretch(accountId, filter);
    const rows = everyRow<ExportedActivityRow>((last) =>
      selectActivities(EXPORTED, this.database, accountId, stretch, filter, last && listKey(last), EXPORT_PAGE_SIZE),
    );
    return (async function* () {
      for await (const { engineer, client, created_local, ...row } of rows) {
        yield Object.assign(toPsaActivityDto(row), { engineer, client, created_local });
      }
    })();
  }

  /** What the rows that the filter admits add up to. */
  async sum({ accountId }: Actor, filter: PsaActivityFilterDto): Promise<PsaActivitySumDto> {
    return sumActivities(this.database, accountId, await this.stretch(accountId, filter), filter);
  }

  /**
   * Stores one activity, unless its pair of type and entry id is known.
   *
   * @throws Problem `validation_failed` for an unknown session, hours beside the wrong type, a time in the future.
   */
  record(actor: Actor, input: RecordPsaActivityDto): Promise<RecordedActivity> {
    const activity = newActivity(actor, input, this.clock.now());
    return this.database.transaction(async () => {
      const stored = await this.store(actor.accountId, [activity]);
      const known = stored.has(activity.id)
        ? undefined
        : await selectActivityOfEntry(this.database, actor.accountId, activity);
      return { activity: toPsaActivityDto(known ?? activity), isNew: known === undefined };
    });
  }

  /** Stores many at once, all or none; how many were new. @throws as `record` */
  recordMany(actor: Actor, inputs: readonly RecordPsaActivityDto[]): Promise<number> {
    const now = this.clock.now();
    const activities = inputs.map((input) => newActivity(actor, input, now));
    return this.database.transaction(async () => (await this.store(actor.accountId, activities)).size);
  }

  /** The session that a known activity without one turned out to be of; it is flagged as by a new activity. */
  attribute(accountId: string, { id, activity_type, created_at }: PsaActivityDto, sessionId: string): Promise<void> {
    return this.database.transaction(async () => {
      if (!(await attributeActivity(this.database, accountId, id, sessionId))) return;
      await this.tell(accountId, [{ session_id: sessionId, activity_type, created_at: new Date(created_at) }]);
    });
  }

  private async stretch(accountId: string, filter: PsaActivityFilterDto): Promise<Interval> {
    return askedStretch(await this.windows.resolve(accountId, filter), filter);
  }

  /** What follows from activities that a session has now. */
  private async tell(accountId: string, written: readonly Pick<PsaActivityRow, 'session_id' | 'activity_type' | 'created_at'>[]) {
    const now = this.clock.now();
    const entries = written.filter(({ activity_type }) => activity_type === 'time_entry_posted');
    // First: it locks all of the sessions, of which the flags change some.
    await noteLateEntries(this.database, accountId, entries, now);
    await noteLateWrites(this.database, accountId, await flagSessions(this.database, accountId, written, now), now);
  }

  private async store(accountId: string, activities: readonly PsaActivityRow[]): Promise<Set<string>> {
    try {
      const stored = await insertActivities(this.database, accountId, activities);
      const added = activities.filter((activity) => stored.has(activity.id));
      await this.tell(accountId, added);
      return stored;
    } catch (error) {
      if (!isForeignKeyViolation(error, 'psa_activity_logs_sessions_fk')) throw error;
      throw Problem.invalid('/session_id', 'session_id must be a session of the account');
    }
  }
}

function listKey(row: PsaActivityRow): string[] {
  return [row.created_at.toISOString(), row.id];
}

function toPsaActivityDto(row: PsaActivityRow): PsaActivityDto {
  return { ...row, created_at: row.created_at.toISOString() };
}
