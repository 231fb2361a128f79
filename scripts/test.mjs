// `npm test`: installs what is missing, then runs every test: unit, database, HTTP and web under jest, the
// browser journeys under Playwright against the built product. Between them, what the server's specs made the product
// ask of the database is judged. Its last line counts them.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensureBuilt, ensureDependencies, node, run } from './prepare.mjs';
import { ensureRedisServer } from './redis.mjs';

// A processor more than there is: tests wait for databases and clocks for half of their time.
const WORKERS = availableParallelism() + 1;
const reports = mkdtempSync(join(tmpdir(), 'flowpilot-reports-'));
const statements = join(reports, 'statements');
const results = [];

await ensureRedisServer(); // First: where it is missing, nobody is to wait to hear of it.
await ensureDependencies();
await ensureBuilt('api'); // A spec runs the import as a person does.
await jest();
await judgeStatements();
await ensureBuilt('web');
await journeys();
rmSync(reports, { recursive: true, force: true });

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
for (const result of results) console.log(`${result.name}: ${result.passed} passed, ${result.failed} failed`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function jest() {
  mkdirSync(statements);
  const file = join(reports, 'jest.json');
  const code = await run('jest', ['--json', `--outputFile=${file}`, '--silent', `--maxWorkers=${WORKERS}`], {
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    FLOWPILOT_STATEMENT_LOG: statements,
  });
  const report = read(file);
  count('jest', report?.numPassedTests, (report?.numFailedTests ?? 0) + (report?.numRuntimeErrorTestSuites ?? 0), code);
}

async function judgeStatements() {
  const judge = ['--import', './scripts/typescript.mjs', 'apps/api/test/statements/judge-log.ts', statements];
  const code = await run(node, judge);
  count('statements', code === 0 ? 1 : 0, 0, code);
}

async function journeys() {
  const file = join(reports, 'journeys.json');
  const code = await run('playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
  });
  const stats = read(file)?.stats;
  count('journeys', (stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected, code);
}

/** A runner that died without a report, or failed without a failed test, is a failure of its own. */
function count(name, passed = 0, failed = 0, code) {
  results.push({ name, passed, failed: code !== 0 && failed === 0 ? 1 : failed });
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
