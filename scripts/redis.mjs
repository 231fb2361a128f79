// The redis-server that the tests start and stop themselves. The product does not need one to run.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { fail, step } from './prepare.mjs';

const INSTALL = {
  linux: 'apt-get update && apt-get install -y --no-install-recommends redis-server   (Debian, Ubuntu; as root)',
  darwin: 'brew install redis',
};
/** Asked by Debian before it starts a service that was just installed; 101 says no. */
const SERVICE_POLICY = '/usr/sbin/policy-rc.d';
const REFUSE = '#!/bin/sh\nexit 101\n';

/** Installs redis-server where that can be done without asking anybody; else says at once how it is installed. */
export async function ensureRedisServer() {
  if (onPath('redis-server')) return;
  if (process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get')) await installByApt();
  if (onPath('redis-server')) return;
  const line = INSTALL[process.platform] ?? 'see https://redis.io/docs/latest/operate/oss_and_stack/install/';
  fail(`The tests need redis-server, which is not on the PATH. Install it with:\n  ${line}`);
}

/** The program alone is wanted: its service is kept from starting, now and with the machine. */
async function installByApt() {
  const undecided = !existsSync(SERVICE_POLICY);
  if (undecided) writeFileSync(SERVICE_POLICY, REFUSE, { mode: 0o755 });
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  // What fails here is told with the line for a person.
  const tried = { tolerant: true, extra: quiet };
  const commands = [
    ['Looking for redis-server', 'apt-get', ['update', '-qq']],
    ['Installing redis-server', 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'redis-server']],
  ];
  try {
    for (const [title, command, parameters] of commands) await step(title, command, parameters, tried);
    if (onPath('systemctl')) await step('Leaving its service off', 'systemctl', ['disable', 'redis-server'], tried);
  } finally {
    if (undecided) rmSync(SERVICE_POLICY);
  }
}

function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, program)));
}
