// The weight of the built application, as a browser fetches it: the shell and the log-in within 250 kB of compressed
// JavaScript, each tab in a chunk of its own, and the chart library only in chunks that draw.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const FOLDER = 'dist/apps/web/browser';
const LIMIT_KB = 250;
/** What only the chart library says. */
const CHARTS = 'ngx-charts';
const LAZY = ['fp-log-in-page', 'fp-overview-tab', 'fp-coverage-tab', 'fp-flow-quality-tab', 'fp-psa-tab'];

const files = new Map(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.js'))
    .map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]),
);

/** A file with everything that it imports before it runs; `import(…)` waits. */
function closure(start, found = new Set()) {
  if (found.has(start) || !files.has(start)) return found;
  found.add(start);
  for (const [, name] of files.get(start).matchAll(/(?:from|import)\s*"\.\/([\w-]+\.js)"/g)) closure(name, found);
  return found;
}

const weight = (names) => [...names].reduce((sum, name) => sum + gzipSync(files.get(name)).length, 0) / 1000;
const index = readFileSync(join(FOLDER, 'index.html'), 'utf8');
const scripts = [...index.matchAll(/(?:src|href)="([\w-]+\.js)"/g)].map(([, name]) => name);
const initial = scripts.reduce((found, name) => closure(name, found), new Set());

let failed = 0;
function check(holds, sentence) {
  if (!holds) failed += 1;
  console.log(`${holds ? 'ok' : 'FAILED'}: ${sentence}`);
}

check(weight(initial) <= LIMIT_KB, `the shell takes ${weight(initial).toFixed(1)} kB of ${LIMIT_KB}`);
check(![...initial].some((name) => files.get(name).includes(CHARTS)), 'the shell is without the chart library');
for (const selector of LAZY) {
  const chunk = [...files.keys()].find((name) => new RegExp(`selectors:\\[\\[.${selector}.\\]`).test(files.get(name)));
  check(chunk !== undefined && !initial.has(chunk), `${selector} is loaded when it is opened`);
  if (chunk === undefined) continue;
  const all = closure(chunk, new Set(initial));
  check(![...all].some((name) => files.get(name).includes(CHARTS)), `${selector} opens without the chart library`);
  check(weight(all) <= LIMIT_KB, `${selector} opens with ${weight(all).toFixed(1)} kB of ${LIMIT_KB}`);
}
process.exitCode = failed === 0 ? 0 : 1;
