// `npm start`: installs what is missing, builds what is stale, runs the product until it is stopped.
import { spawn } from 'node:child_process';

import { dataFolder, ensureBuilt, ensureDependencies, environment, node, root } from './prepare.mjs';

await ensureDependencies();
await ensureBuilt('api');
await ensureBuilt('web');

const dataDirectory = dataFolder();
const server = spawn(node, ['--enable-source-maps', 'dist/apps/api/apps/api/src/main.js'], {
  cwd: root,
  stdio: 'inherit',
  env: environment(dataDirectory && { DATA_DIR: dataDirectory }),
  shell: process.platform === 'win32',
});
// Ctrl-C reaches the server by itself; this process only waits for it to finish.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => server.kill('SIGTERM'));
server.once('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
