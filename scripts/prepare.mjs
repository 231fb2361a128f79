// Brings a checkout to the state a command needs: dependencies installed, builds fresh. Plain JavaScript for
// any Node from 20 on, and no dependency: it runs before there are any.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { openDatabasePrograms, openFolder } from './root-only-folder.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

const OLDEST_NODE = 20;
const STAMPS = join(root, 'node_modules', '.cache', 'flowpilot');

const BUILDS = {
  api: {
    steps: [['Building the server', 'nest', 'build', 'api']],
    inputs: ['apps/api/src', 'libs', 'migrations', 'apps/api/tsconfig.app.json', 'nest-cli.json'],
    output: 'dist/apps/api/apps/api/src/main.js',
  },
  web: {
    steps: [
      ['Building the application', 'ng', 'build', '--progress=false'],
      ['Compressing the application', 'node', 'scripts/compress.mjs'],
    ],
    inputs: ['scripts/compress.mjs', 'apps/web/src', 'apps/web/public', 'apps/web/tsconfig.app.json', 'libs', 'angular.json'],
    output: 'dist/apps/web/browser/index.html',
  },
};
const SHARED_INPUTS = ['package.json', 'package-lock.json', 'tsconfig.base.json'];

/** Installs what the lock file names, unless it is what is installed, or a test says that it runs on what there is. */
export async function ensureDependencies() {
  requireNode();
  if (process.env.FLOWPILOT_INSTALLED === 'true') return;
  const stamp = fingerprint(['package-lock.json', '.npmrc'], `${process.platform}-${process.arch}`);
  if (!existsSync(node) || !isFresh('dependencies', stamp)) {
    await step('Installing dependencies (about a minute)', 'npm', ['ci', '--no-audit', '--no-fund']);
    keep('dependencies', stamp);
  }
  openDatabasePrograms(root);
}

/** Builds `api` or `web`, unless nothing it is made of has changed since. */
export async function ensureBuilt(name) {
  const build = BUILDS[name];
  const stamp = fingerprint([...build.inputs, ...SHARED_INPUTS], name);
  if (existsSync(join(root, build.output)) && isFresh(name, stamp)) return;
  for (const [title, command, ...parameters] of build.steps) await step(title, command, parameters);
  keep(name, stamp);
}

/** The environment in which every command runs: the project's own Node and tools come first. */
export function environment(extra = {}) {
  const separator = process.platform === 'win32' ? ';' : ':';
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(separator);
  return { ...process.env, NG_CLI_ANALYTICS: 'false', ...extra, PATH: path };
}

/** Where the embedded database lies unless DATA_DIR says otherwise; the server's own default when undefined. */
export function dataFolder() {
  const open = openFolder(root);
  return process.env.DATA_DIR ?? (open && join(open, 'data'));
}

/** Runs a command to its end with this terminal; its exit code. */
export function run(command, parameters, extra = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd: root,
      stdio: 'inherit',
      env: environment(extra),
      shell: process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}

/** Prints one readable line for a person and leaves: what went wrong is theirs to mend. */
export function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function requireNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) fail(`Node ${OLDEST_NODE} or newer is needed; this is ${process.version}.`);
}

/**
 * Runs a command quietly under a title with the seconds it took; what it printed is shown when it fails. Then
 * everything ends, unless the caller is `tolerant` and goes another way.
 */
export function step(title, command, parameters, { tolerant = false, extra = {} } = {}) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const live = process.stdout.isTTY;
  if (!live) process.stdout.write(`${title} …\n`);
  const ticker = live && setInterval(() => process.stdout.write(`\r${title} … ${seconds()} s`), 1000);
  return new Promise((resolve, reject) => {
    const output = [];
    const child = spawn(command, parameters, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment(extra),
      shell: process.platform === 'win32',
    });
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (ticker) clearInterval(ticker);
      process.stdout.write(`${live ? '\r' : ''}${title}: ${code === 0 ? `${seconds()} s` : 'failed'}      \n`);
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(output));
      if (tolerant) return resolve();
      fail(`"${command} ${parameters.join(' ')}" failed; what it said stands above.`);
    });
  });
}

function isFresh(name, stamp) {
  const file = join(STAMPS, name);
  return existsSync(file) && readFileSync(file, 'utf8') === stamp;
}

function keep(name, stamp) {
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(join(STAMPS, name), stamp);
}

function fingerprint(inputs, salt) {
  const hash = createHash('sha256').update(salt);
  for (const file of inputs.flatMap((input) => filesUnder(join(root, input)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
