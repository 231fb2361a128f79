// Everything beside the tests that must hold: lint, types, walls, builds, the API description. Its last line
// counts them.
import { ensureBuilt, ensureDependencies, node, run } from './prepare.mjs';

await ensureDependencies();
await ensureBuilt('api');
await ensureBuilt('web');

const checks = [
  ['lint', 'eslint', ['.', '--max-warnings', '0']],
  ['types of the server', 'tsc', ['-p', 'tsconfig.json']],
  ['types of the application', 'tsc', ['-p', 'apps/web/tsconfig.spec.json', '--noEmit']],
  ['architecture', 'depcruise', ['apps', 'libs', 'migrations', '--config', '.dependency-cruiser.js']],
  ['weight of the application', node, ['scripts/budgets.mjs']],
  ['API description', node, ['dist/apps/api/apps/api/src/openapi.js', '--check']],
];

let failed = 0;
// Lint takes as long as all others together: it goes on beside them.
const [lint, ...others] = checks.map(([name, ...command]) => ({ name, command }));
await Promise.all([hold([lint]), hold(others)]);
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function hold(row) {
  for (const { name, command } of row) {
    const code = await run(...command);
    if (code !== 0) failed += 1;
    console.log(`${code === 0 ? 'ok' : 'FAILED'}: ${name}`);
  }
}
