// `npm start`: installs what is missing, builds what is stale, runs the product until it is stopped.
import { spawn } from 'node:child_process';

import { dataFolder, ensureBuilt, ensureDependencies, environment, node, root } from './prepare.mjs';

const PARENT_CHECK_MS = 1_000;
/** The shell in which npm runs this; asked before the builds, which take long enough for it to be killed. */
const shell = process.ppid;

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
const end = () => server.kill('SIGTERM');
// Ctrl-C in a terminal reaches the server by itself too; a kill of this process alone does not.
process.on('SIGINT', end);
process.on('SIGTERM', end);
// A kill of npm ends npm and its shell, and tells nobody: who has lost the shell stops.
if (process.env.npm_lifecycle_event) {
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    end();
  }, PARENT_CHECK_MS);
}
server.once('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
