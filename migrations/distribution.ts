/** The column by which a cluster spreads the rows of the tenants' tables. */
export const DISTRIBUTION_COLUMN = 'account_id';

/** Copied whole to every node: looked up by e-mail or hash, before the account is known. The referred to come first. */
export const REFERENCE_TABLES = ['accounts', 'users', 'api_keys', 'refresh_tokens', 'invitations'] as const;

/** Spread by account, rows of one account together. */
export const TENANT_TABLES = [
  'sessions',
  'session_events',
  'categories',
  'domains',
  'flows',
  'flow_versions',
  'idempotency_keys',
  'imports',
  'import_chunks',
  'import_rejections',
  'psa_connections',
  'psa_pushes',
  'psa_activity_logs',
  'psa_entry_drifts',
  'psa_day_stats',
  'rollup_days',
  'rollup_invalidations',
  'rollup_weeks',
  'session_day_domain_stats',
  'session_day_flow_stats',
  'session_day_stats',
  'session_week_domain_stats',
  'session_week_flow_stats',
] as const;

/** What queries call: every node must have them. */
export const FUNCTIONS = ['midnight_by_offset_before(date, text)', 'local_day_start(date, text)'] as const;

const OLDEST_CITUS = { major: 11, minor: 2 };

interface Sql {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

/**
 * Spreads the tables over the nodes where the extension Citus is installed, with the rows they hold; does nothing
 * elsewhere, nor for tables that are spread already. Must run in a transaction, in which nobody has written yet.
 *
 * A table that is spread may refer to one that is, or to a copy on every node, and neither to nor from a plain table:
 * foreign keys are taken off first, and put back as they were. A migration that adds a table with a reference to a
 * tenant's table calls this between the two.
 */
export async function distribute(sql: Sql): Promise<void> {
  if (!(await isCitusInstalled(sql))) return;
  const plain = await plainTables(sql);
  if (plain.length === 0) return;
  // References to tables on every node, and their copies, are only made one connection a node at a time.
  await sql.query(`select set_config('citus.multi_shard_modify_mode', 'sequential', true)`);
  const keys = await foreignKeysOf(sql, plain);
  for (const { table, name } of keys) await sql.query(`alter table ${table} drop constraint ${name}`);
  for (const table of REFERENCE_TABLES.filter((name) => plain.includes(name))) {
    await sql.query('select create_reference_table($1::text::regclass)', [table]);
  }
  await distributeTenantTables(sql, plain);
  // What the tables held here is on the nodes by now; the rows left behind would only be in the way of the keys.
  for (const table of plain) await sql.query('select truncate_local_data_after_distributing_table($1::text::regclass)', [table]);
  for (const { table, name, definition } of keys) await sql.query(`alter table ${table} add constraint ${name} ${definition}`);
  for (const name of FUNCTIONS) await sql.query('select create_distributed_function($1::text::regprocedure)', [name]);
}

/** @throws Error when it is one that does not hand a transaction's isolation on: the refresh of the rollups counts on its snapshot. */
async function isCitusInstalled(sql: Sql): Promise<boolean> {
  const [citus] = (await sql.query(`select extversion as version from pg_extension where extname = 'citus'`)) as { version: string }[];
  if (citus === undefined) return false;
  const [major = 0, minor = 0] = citus.version.split(/[.-]/).map(Number);
  if (major > OLDEST_CITUS.major || (major === OLDEST_CITUS.major && minor >= OLDEST_CITUS.minor)) return true;
  throw new Error(`Citus ${OLDEST_CITUS.major}.${OLDEST_CITUS.minor} or newer is needed; the server has ${citus.version}`);
}

/** Those that exist and are not spread yet, in the order of the lists. A table that Citus only knows of is as good as plain. */
async function plainTables(sql: Sql): Promise<string[]> {
  const found = (await sql.query(
    `select given.name
     from unnest($1::text[]) with ordinality as given (name, position)
     where to_regclass(given.name) is not null
       and not exists (
         select from pg_dist_partition
         where pg_dist_partition.logicalrelid = to_regclass(given.name)
           and (pg_dist_partition.partmethod = 'h' or pg_dist_partition.repmodel = 't')
       )
     order by given.position`,
    [[...REFERENCE_TABLES, ...TENANT_TABLES]],
  )) as { name: string }[];
  return found.map(({ name }) => name);
}

/** Foreign keys to or from the tables, as they are written. */
async function foreignKeysOf(sql: Sql, tables: readonly string[]): Promise<ForeignKey[]> {
  return (await sql.query(
    `select pg_constraint.conrelid::regclass::text as table, quote_ident(pg_constraint.conname) as name,
            pg_get_constraintdef(pg_constraint.oid) as definition
     from pg_constraint
     where pg_constraint.contype = 'f'
       and (pg_constraint.conrelid = any($1::text[]::regclass[]) or pg_constraint.confrelid = any($1::text[]::regclass[]))
     order by pg_constraint.conrelid::regclass::text, pg_constraint.conname`,
    [tables],
  )) as ForeignKey[];
}

/** All beside the first of them, so that rows of one account lie on one node. */
async function distributeTenantTables(sql: Sql, plain: readonly string[]): Promise<void> {
  const [first] = TENANT_TABLES;
  for (const table of TENANT_TABLES.filter((name) => plain.includes(name))) {
    await sql.query('select create_distributed_table($1::text::regclass, $2, colocate_with => $3)', [
      table,
      DISTRIBUTION_COLUMN,
      table === first ? 'none' : first,
    ]);
  }
}
