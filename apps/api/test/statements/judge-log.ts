// The last of the tests: reads what `record-statements.ts` kept of every spec, and fails on a statement that a cluster
// could not send to the one node that holds the account.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { loadModule } from 'libpg-query';

import { judge } from './judge.js';
import { SPANNING_STATEMENTS } from './spanning-statements.js';

interface Recorded {
  sql: string;
  asker?: string;
}

/** Far fewer than there are: a log that holds less was cut off, and proves nothing. */
const AT_LEAST = 330;

const [, , folder = '.'] = process.argv;
const recorded = readRecorded(folder);
const spanning = new Set(SPANNING_STATEMENTS.map(({ sql }) => flat(sql)));
const complaints: string[] = [];

await loadModule();
if (recorded.size < AT_LEAST) complaints.push(`${recorded.size} statements were recorded: no fewer than ${AT_LEAST} are sent.`);
for (const sql of spanning) {
  if (!recorded.has(sql)) complaints.push(`No longer sent, but on the list of those that span accounts:\n  ${sql}`);
}
for (const [sql, { asker }] of recorded) {
  const faults = faultsOf(sql);
  if (spanning.has(sql) && faults.length > 0) continue;
  if (spanning.has(sql)) complaints.push(`Spans no accounts, but is on the list of those that do:\n  ${sql}`);
  if (faults.length > 0) complaints.push(`${asker === undefined ? 'A package' : relative('.', asker)} sends\n  ${sql}\n${faults.map((fault) => `  → ${fault}`).join('\n')}`);
}
for (const complaint of complaints) process.stderr.write(`${complaint}\n\n`);
process.stdout.write(`${recorded.size} statements judged, ${spanning.size} of them span accounts, ${complaints.length} complaints\n`);
process.exitCode = complaints.length === 0 ? 0 : 1;

function faultsOf(sql: string): string[] {
  try {
    return judge(sql);
  } catch (error) {
    return [`cannot be parsed: ${String(error)}`];
  }
}

/** By their text in one line. */
function readRecorded(from: string): Map<string, Recorded> {
  const found = new Map<string, Recorded>();
  for (const file of readdirSync(from).filter((name) => name.endsWith('.jsonl'))) {
    for (const line of readFileSync(join(from, file), 'utf8').split('\n')) {
      if (line === '') continue;
      const statement = JSON.parse(line) as Recorded;
      found.set(flat(statement.sql), statement);
    }
  }
  return found;
}

/** Spaces between words only: comments to the end of a line are gone with the lines. */
function flat(sql: string): string {
  return sql.replaceAll(/--[^\n]*/g, ' ').replaceAll(/\s+/g, ' ').trim();
}
