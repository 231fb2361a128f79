// Writes openapi.json, or with --check tells whether it is what the code says. Needs the built output and no database.
import 'reflect-metadata';

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { DataSource } from 'typeorm';

import { createApplication } from './bootstrap.js';
import { Settings } from './config/settings.js';
import { dataSourceOptions } from './database/data-source.js';
import { openApiDocument } from './http/openapi/openapi-document.js';
import { Clock } from './time/clock.js';

const FILE = fileURLToPath(new URL('../../../../../../openapi.json', import.meta.url));

const UNUSED = 'no request is ever answered here';
const app = await createApplication({
  settings: new Settings({ jwtSecret: UNUSED, encryptionKey: UNUSED, jobs: 'off', logLevel: 'error' }),
  dataSource: new DataSource(dataSourceOptions('postgres://nowhere', 1)), // Never connected.
  clock: new Clock(),
});
const text = `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
await app.close();

if (!process.argv.includes('--check')) {
  await writeFile(FILE, text);
} else if ((await readFile(FILE, 'utf8').catch(() => '')) !== text) {
  process.stderr.write('openapi.json is not what the code says: run `npm run openapi` and review the difference.\n');
  process.exitCode = 1;
}
