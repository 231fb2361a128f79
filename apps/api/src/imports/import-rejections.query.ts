import type { Database } from '../database/database.js';

export interface RejectionRow {
  position: number;
  line: number;
  reference: string | null;
  code: string;
  reason: string;
}

/** In the order of the file, those after the position. */
export function selectRejections(
  database: Database,
  accountId: string,
  importId: string,
  after: number,
  limit: number,
): Promise<RejectionRow[]> {
  return database.query(
    `select rejections.position, rejections.line, rejections.reference, rejections.code, rejections.reason
     from import_rejections as rejections
     where rejections.account_id = $1 and rejections.import_id = $2 and rejections.position > $3
     order by rejections.position
     limit $4`,
    [accountId, importId, after, limit],
  );
}

export interface ReasonRow {
  code: string;
  reason: string;
  count: number;
}

/** The most frequent reasons. */
export function selectReasons(
  database: Database,
  accountId: string,
  importId: string,
  limit: number,
): Promise<ReasonRow[]> {
  return database.query(
    `select rejections.code, rejections.reason, count(*)::int as count
     from import_rejections as rejections
     where rejections.account_id = $1 and rejections.import_id = $2
     group by rejections.code, rejections.reason
     order by count desc, min(rejections.position)
     limit $3`,
    [accountId, importId, limit],
  );
}

export async function deleteRejections(database: Database, accountId: string, importId: string): Promise<void> {
  await database.query(
    'delete from import_rejections where import_rejections.account_id = $1 and import_rejections.import_id = $2',
    [accountId, importId],
  );
}
