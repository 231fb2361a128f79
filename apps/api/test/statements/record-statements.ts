// Loaded before every spec of the server: keeps what the product sends to the database, for the judge to read once all
// specs have run. What a spec sends itself is told from it by the file that asked.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCallSites } from 'node:util';

import { DataSource } from 'typeorm';

import { Database } from '../../src/database/database.js';

const folder = process.env.FLOWPILOT_STATEMENT_LOG;
/** Through them everything goes; they ask for nothing. */
const CARRIER = /^node:|\/node_modules\/|\/apps\/api\/src\/database\/(?!test-database\.|.*\.spec\.)|\/record-statements\.ts/;
const PRODUCT = /\/apps\/api\/src\/(?!.*(\.spec|\/test-database)\.ts)/;
const FRAMES = 60;

if (folder !== undefined) record(folder);

function record(folder: string): void {
  const known = new Set<string>();
  recordDataSource(note);
  recordPrepared(note);

  function note(sql: string): void {
    if (known.has(sql)) return;
    const asker = whoAsks();
    if (asker !== undefined && !PRODUCT.test(asker)) return;
    known.add(sql);
    appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify({ sql, asker })}\n`);
  }
}

function recordDataSource(note: (sql: string) => void): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with the right `this` below
  const create = DataSource.prototype.createQueryRunner;
  DataSource.prototype.createQueryRunner = function (...given: Parameters<typeof create>) {
    const runner = create.apply(this, given);
    const send = runner.query.bind(runner) as (...parameters: unknown[]) => Promise<unknown>;
    const recorded = (...parameters: unknown[]) => {
      note(String(parameters[0]));
      return send(...parameters);
    };
    return Object.assign(runner, { query: recorded });
  };
}

/** The one way round a query runner: the driver's own prepared statements. */
function recordPrepared(note: (sql: string) => void): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with the right `this` below
  const prepared = Database.prototype.prepared;
  Database.prototype.prepared = function <Row>(this: Database, sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
    note(sql);
    return prepared.call(this, sql, parameters) as Promise<Row[]>;
  };
}

/** The first file on the way here that does not only carry; undefined when the way leads through packages alone. */
function whoAsks(): string | undefined {
  const files = getCallSites(FRAMES).map(({ scriptName }) => scriptName);
  return files.find((file) => file.includes('/') && !CARRIER.test(file));
}
