import type { Database } from '../database/database.js';

export interface CategoryRow {
  id: string;
  name: string;
  /** By which the list is ordered, then by id. */
  sort_name: string;
  created_at: Date;
  updated_at: Date;
}

const COLUMNS = `
  categories.id, categories.name, lower(categories.name) collate "C" as sort_name, categories.created_at,
  categories.updated_at`;

/** Categories by name that follow the row `after`, or the first ones. */
export function selectCategories(
  database: Database,
  accountId: string,
  after: readonly string[] | null,
  limit: number,
): Promise<CategoryRow[]> {
  return database.query(
    `select ${COLUMNS}
     from categories
     where categories.account_id = $1
       and ($2::text is null or (lower(categories.name) collate "C", categories.id) > ($2::text, $3::uuid))
     order by lower(categories.name) collate "C", categories.id
     limit $4`,
    [accountId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

export interface NewCategory {
  accountId: string;
  id: string;
  name: string;
  key: string;
  now: Date;
}

/** The new row, or undefined when the account has a category of that key. */
export async function insertCategory(database: Database, category: NewCategory): Promise<CategoryRow | undefined> {
  const { accountId, id, name, key, now } = category;
  const [row] = await database.query<CategoryRow>(
    `insert into categories (account_id, id, name, key, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $5)
     on conflict (account_id, key) do nothing
     returning ${COLUMNS}`,
    [accountId, id, name, key, now],
  );
  return row;
}

/** The renamed row, or undefined when there is no such category. Violates `categories_key_unique` if it is taken. */
export async function renameCategory(database: Database, category: NewCategory): Promise<CategoryRow | undefined> {
  const { accountId, id, name, key, now } = category;
  const [row] = await database.query<CategoryRow>(
    `update categories
     set name = $3, key = $4, updated_at = case when categories.name = $3 then categories.updated_at else $5 end
     where categories.account_id = $1 and categories.id = $2
     returning ${COLUMNS}`,
    [accountId, id, name, key, now],
  );
  return row;
}

/** Whether there was one. Violates `flows_categories_fk` while it has flows. */
export async function deleteCategory(database: Database, accountId: string, id: string): Promise<boolean> {
  const rows = await database.query(
    'delete from categories where categories.account_id = $1 and categories.id = $2 returning categories.id',
    [accountId, id],
  );
  return rows.length > 0;
}
