import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { ImportFailure } from './import-failure.js';

export const USAGE = `Usage: npm run import -- --format servicenow FILE --email EMAIL --password PASSWORD
       npm run import -- --format csv --map MAPPING.json FILE --api-key KEY

  FILE                 a .csv or .csv.gz file
  --format FORMAT      servicenow (an incident event log) or csv (any CSV, with --map)
  --map MAPPING.json   which column becomes what: see docs/import.md
  --email, --password  a team admin's log-in (or FLOWPILOT_PASSWORD in the environment)
  --api-key KEY        a key with sessions:write, flows:read, flows:write (or FLOWPILOT_API_KEY)
  --url URL            the running server; http://127.0.0.1:3000 when omitted
  --encoding NAME      of the file, as windows-1252; utf-8 when omitted
  --shift-to-today     move all times by whole days, so that the newest falls on yesterday`;

export type Credentials = { kind: 'password'; email: string; password: string } | { kind: 'api_key'; key: string };

export interface ImportRequest {
  file: string;
  /** Of the JSON mapping; null for the built-in one of ServiceNow. */
  mappingFile: string | null;
  credentials: Credentials;
  /** Origin of the server, without a slash at its end. */
  url: string;
  encoding: string;
  shiftToToday: boolean;
}

/** @throws ImportFailure that says what is missing. */
export function readArguments(argv: readonly string[], environment: NodeJS.ProcessEnv): ImportRequest {
  const { values, positionals } = parse(argv);
  const [file, ...others] = positionals;
  if (file === undefined) throw wrong('Name the file to import.');
  if (others.length > 0) throw wrong(`One file at a time: ${others.join(' ')} is too much.`);
  const map = mappingFile(values.format, values.map);
  // npm runs the command in the folder of the package; files are named from where the person stands.
  const folder = environment.INIT_CWD ?? process.cwd();
  return {
    file: resolve(folder, file),
    mappingFile: map === null ? null : resolve(folder, map),
    credentials: credentials(values, environment),
    url: origin(values.url),
    encoding: encoding(values.encoding),
    shiftToToday: values['shift-to-today'],
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        map: { type: 'string' },
        email: { type: 'string' },
        password: { type: 'string' },
        'api-key': { type: 'string' },
        url: { type: 'string', default: 'http://127.0.0.1:3000' },
        encoding: { type: 'string', default: 'utf-8' },
        'shift-to-today': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function mappingFile(format: string | undefined, map: string | undefined): string | null {
  if (format === 'servicenow') {
    if (map !== undefined) throw wrong('--map belongs to --format csv.');
    return null;
  }
  if (format !== 'csv') throw wrong('Say --format servicenow or --format csv.');
  if (map === undefined) throw wrong('--format csv needs --map with the mapping file.');
  return map;
}

function credentials(
  values: { email?: string; password?: string; 'api-key'?: string },
  environment: NodeJS.ProcessEnv,
): Credentials {
  const key = values['api-key'] ?? (values.email === undefined ? environment.FLOWPILOT_API_KEY : undefined);
  if (key !== undefined) {
    if (values.email !== undefined) throw wrong('Give either --api-key or --email, not both.');
    return { kind: 'api_key', key };
  }
  const password = values.password ?? environment.FLOWPILOT_PASSWORD;
  if (values.email === undefined || password === undefined) throw wrong('Say who imports: --email and --password, or --api-key.');
  return { kind: 'password', email: values.email, password };
}

function origin(url: string): string {
  const { protocol } = URL.canParse(url) ? new URL(url) : { protocol: '' };
  if (protocol !== 'http:' && protocol !== 'https:') throw wrong(`--url ${url} is no address, as http://127.0.0.1:3000 is.`);
  return url.replace(/\/+$/, '');
}

function encoding(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw wrong(`--encoding ${label} is not known; try utf-8 or windows-1252.`);
  }
}

function wrong(message: string): ImportFailure {
  return new ImportFailure(`${message}\n\n${USAGE}`);
}
