// npm run import: reads a file of sessions and sends them to a running server. See docs/import.md.
import { ensureBuilt, ensureDependencies, node, run } from './prepare.mjs';

// The import itself ends in order; this process only waits for it.
process.on('SIGINT', () => undefined);

await ensureDependencies();
await ensureBuilt('api');
process.exitCode = await run(node, ['dist/apps/api/apps/api/src/imports/command-line/main.js', ...process.argv.slice(2)]);
