import type { INestApplicationContext } from '@nestjs/common';

import { SetupService } from '../accounts/index.js';
import { isLoopback, type Settings } from '../config/settings.js';

/** What is printed once the product listens: where, and how to get in. */
export async function announcement(app: INestApplicationContext, settings: Settings, port: number): Promise<string> {
  const url = `http://${reachable(settings.host)}:${port}`;
  const lines = [`FlowPilot Analytics is ready: ${url}`, ...(await waysIn(app.get(SetupService), settings))];
  return `\n${lines.map((line) => `  ${line}`).join('\n')}\n\n`;
}

async function waysIn(setup: SetupService, settings: Settings): Promise<string[]> {
  if (await setup.isOpen()) {
    return ['Nobody can log in yet. Open it and make the first account with this token:', `  ${setup.token}`];
  }
  const demo = await setup.demo();
  if (!demo) return [];
  const logIns = demo.people.map(({ email, role }) => `  ${email} (${role})`);
  const lines = [`Demo log-ins, password ${demo.password}:`, ...logIns];
  if (isLoopback(settings.host)) return lines;
  return [...lines, `Warning: everyone knows this password, and other machines can reach ${settings.host}.`];
}

/** An address that stands for all addresses is none to open. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
