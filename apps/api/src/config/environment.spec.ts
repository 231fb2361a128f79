import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from '@jest/globals';

import { readSettings } from './environment.js';
import { StartFailure } from './start-failure.js';

const SECRETS = { JWT_SECRET: 'j'.repeat(32), ENCRYPTION_KEY: 'e'.repeat(32) };
const EXTERNAL = { ...SECRETS, DATABASE_URL: 'postgres://user:pass@db.example.test/flowpilot' };
const folder = mkdtempSync(join(tmpdir(), 'flowpilot-settings-'));

function failureOf(environment: Record<string, string>): string {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof StartFailure) return error.message;
    throw error;
  }
  return 'no failure';
}

describe('readSettings', () => {
  afterAll(() => rmSync(folder, { recursive: true }));

  it('trusts proxies by address, range or name, and no word that means none of these', () => {
    const trusting = (proxies: string) => readSettings({ ...EXTERNAL, TRUSTED_PROXIES: proxies }).trustedProxies;
    expect(trusting('loopback, 10.0.0.0/8,fd00::/8, 192.0.2.7')).toEqual(['loopback', '10.0.0.0/8', 'fd00::/8', '192.0.2.7']);
    for (const wrong of ['proxy.example.test', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/', 'true']) {
      expect(failureOf({ ...EXTERNAL, TRUSTED_PROXIES: `loopback,${wrong}` })).toContain(`not "${wrong}"`);
    }
  });

  it('needs nothing at all', () => {
    const settings = readSettings({ DATA_DIR: folder });
    expect(settings).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      dataDirectory: folder,
      demo: true,
      jobs: 'inline',
      databasePool: 10,
      trustedProxies: [],
      throttle: { disabled: false, analyticsPerMinute: 15, loginPerMinute: 5, writesPerMinute: 600 },
    });
  });

  it('makes secrets once, keeps them, and lets only their owner read them', () => {
    const [first, second] = [readSettings({ DATA_DIR: folder }), readSettings({ DATA_DIR: folder })];
    expect(second.jwtSecret).toBe(first.jwtSecret);
    expect(second.encryptionKey).toBe(first.encryptionKey);
    expect(first.jwtSecret).toMatch(/^[0-9a-f]{64}$/);
    expect(first.encryptionKey).not.toBe(first.jwtSecret);
    expect(statSync(join(folder, 'jwt-secret')).mode & 0o777).toBe(0o600);
  });

  it('turns the demo on only where nobody else gets in by itself', () => {
    const demo = (environment: Record<string, string>) => readSettings({ ...SECRETS, ...environment }).demo;
    expect(demo({ HOST: 'localhost' })).toBe(true);
    expect(demo({ HOST: '::1' })).toBe(true);
    expect(demo({ HOST: '0.0.0.0' })).toBe(false);
    expect(demo({ HOST: '0.0.0.0', DEMO: 'true' })).toBe(true);
    expect(demo({ DEMO: 'false' })).toBe(false);
    expect(demo(EXTERNAL)).toBe(false);
    expect(demo({ ...EXTERNAL, DEMO: 'true' })).toBe(true);
  });

  it('tells every fault at once, and no secret', () => {
    const message = failureOf({
      DATABASE_URL: 'mysql://root:hunter2@db/x',
      PORT: '-1',
      DB_POOL: '1.5',
      DEMO: 'maybe',
      JOBS: 'later',
      LOG_LEVEL: 'loud',
      JWT_SECRET: 'short-hunter2',
      REDIS_URL: 'nonsense hunter2',
    });
    const names = ['DATABASE_URL', 'PORT', 'DB_POOL', 'DEMO', 'JOBS', 'LOG_LEVEL', 'JWT_SECRET', 'ENCRYPTION_KEY', 'REDIS_URL'];
    for (const name of names) expect(message).toContain(name);
    expect(message).not.toContain('hunter2');
  });

  it('wants secrets where the database is not its own', () => {
    expect(failureOf({ DATABASE_URL: EXTERNAL.DATABASE_URL })).toMatch(/JWT_SECRET must be set.*\n.*ENCRYPTION_KEY/);
    expect(failureOf({ ...EXTERNAL })).toBe('no failure');
  });

  it('wants a replica only of a database that is not its own', () => {
    expect(failureOf({ DATA_DIR: folder, DATABASE_REPLICA_URL: EXTERNAL.DATABASE_URL })).toContain('DATABASE_REPLICA_URL needs DATABASE_URL');
    expect(failureOf({ ...EXTERNAL, DATABASE_REPLICA_URL: EXTERNAL.DATABASE_URL })).toBe('no failure');
  });

  it('takes empty variables as unset', () => {
    expect(readSettings({ DATA_DIR: folder, PORT: '', DATABASE_URL: ' ', DEMO: '' })).toMatchObject({ port: 3000, demo: true });
  });

  it('says so when the data folder cannot be used', () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expect(failureOf({ DATA_DIR: file })).toContain(`The data folder ${file} cannot be used`);
  });
});
