import { DataSource } from 'typeorm';

import { reasonOf } from '../config/failure.js';
import { StartFailure } from '../config/start-failure.js';
import { dataSourceOptions, migrate } from '../database/data-source.js';

const OLDEST_SERVER = 150_000;

/**
 * The connected database with its schema brought up to date.
 *
 * @throws StartFailure when it cannot be reached, is too old, or refuses the schema.
 */
export async function connectDatabase(url: string, poolSize: number): Promise<DataSource> {
  const dataSource = new DataSource(dataSourceOptions(url, poolSize));
  try {
    await dataSource.initialize();
  } catch (error) {
    throw new StartFailure(`The database ${place(url)} cannot be reached: ${reasonOf(error)}`, { cause: error });
  }
  try {
    await assertVersion(dataSource);
    await migrate(dataSource);
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    if (error instanceof StartFailure) throw error;
    throw new StartFailure(`The schema of the database ${place(url)} cannot be brought up to date: ${reasonOf(error)}`, {
      cause: error,
    });
  }
}

async function assertVersion(dataSource: DataSource): Promise<void> {
  const [row] = await dataSource.query<{ number: number; name: string }[]>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as name`,
  );
  if (row && row.number >= OLDEST_SERVER) return;
  throw new StartFailure(`PostgreSQL 15 or newer is needed; the server is ${row?.name ?? 'of an unknown version'}.`);
}

/** Without user and password. */
function place(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
