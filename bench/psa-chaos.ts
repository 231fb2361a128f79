// `npm run chaos:psa -- --pushes 2000 --kills 30 --seed 1`: pushes under random faults and kills, and whether the
// product's books equal the PSA's. Exits with 1 when they do not.
import { parseArgs } from 'node:util';

import { ChaosRun } from '../apps/api/test/psa-chaos/chaos-run.js';
import { withTestServer } from './test-server.js';

const { values } = parseArgs({
  options: {
    pushes: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '30' },
    workers: { type: 'string', default: '3' },
    faults: { type: 'string', default: '0.2' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});

const options = {
  pushes: Number(values.pushes),
  kills: Number(values.kills),
  workers: Number(values.workers),
  faultRate: Number(values.faults),
  seed: Number(values.seed),
  limitMs: 90 * 60_000,
};
console.log(options);
const report = await withTestServer(() => ChaosRun.of(options));
console.log(report);
console.log(report.differences.length === 0 ? 'The books are equal.' : 'THE BOOKS DIFFER.');
process.exitCode = report.differences.length === 0 ? 0 : 1;
