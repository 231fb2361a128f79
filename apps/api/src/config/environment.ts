import { resolve } from 'node:path';

import { EnvironmentReader } from './environment-reader.js';
import { keptSecret } from './kept-secret.js';
import { isLoopback, LOG_LEVELS, type PsaSettings, Settings, type ThrottleSettings } from './settings.js';
import { StartFailure } from './start-failure.js';

const MIN_SECRET_LENGTH = 32;
/** A record of this many moments is kept for every principal: more would cost more than it protects. */
const MAX_PER_MINUTE = 10_000;
const POSTGRES = ['postgres:', 'postgresql:'];
/** What the web server calls ranges by. */
const PROXY_RANGES = ['loopback', 'linklocal', 'uniquelocal'];

/**
 * The settings out of the environment, as api.md names them.
 *
 * @throws StartFailure that names every variable that is missing or wrong.
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const read = new EnvironmentReader(environment);
  const host = read.text('HOST') ?? '127.0.0.1';
  const dataDirectory = resolve(read.text('DATA_DIR') ?? '.data');
  const embedded = read.text('DATABASE_URL') === undefined;
  const values = {
    port: read.integer('PORT', 3000, 0, 65_535),
    host,
    databaseUrl: read.url('DATABASE_URL', POSTGRES),
    databaseReplicaUrl: read.url('DATABASE_REPLICA_URL', POSTGRES),
    dataDirectory,
    redisUrl: read.url('REDIS_URL', ['redis:', 'rediss:']),
    demo: read.boolean('DEMO') ?? (embedded && isLoopback(host)),
    jobs: read.oneOf('JOBS', ['inline', 'off'], 'inline'),
    databasePool: read.integer('DB_POOL', 10, 2, 1000),
    shutdownDrainMs: read.integer('SHUTDOWN_DRAIN_MS', 0, 0, 300_000),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    trustedProxies: read.networks('TRUSTED_PROXIES', PROXY_RANGES),
    throttle: readThrottle(read),
    psa: readPsa(read),
  };
  if (embedded && values.databaseReplicaUrl !== null) read.faults.push('DATABASE_REPLICA_URL needs DATABASE_URL.');
  const jwtSecret = readSecret(read, 'JWT_SECRET', embedded);
  const encryptionKey = readSecret(read, 'ENCRYPTION_KEY', embedded);
  if (read.faults.length > 0) throw new StartFailure(['The settings are not valid.', ...read.faults].join('\n'));
  return new Settings({
    ...values,
    jwtSecret: jwtSecret ?? keptSecret(dataDirectory, 'jwt-secret'),
    encryptionKey: encryptionKey ?? keptSecret(dataDirectory, 'encryption-key'),
  });
}

function readThrottle(read: EnvironmentReader): ThrottleSettings {
  const perMinute = (name: string, fallback: number) =>
    read.integer(`THROTTLE_${name}_PER_MINUTE`, fallback, 1, MAX_PER_MINUTE);
  return {
    disabled: read.boolean('THROTTLE_DISABLED') ?? false,
    analyticsPerMinute: perMinute('ANALYTICS', 15),
    loginPerMinute: perMinute('LOGIN', 5),
    writesPerMinute: perMinute('WRITES', 600),
    readsPerMinute: perMinute('READS', 3000),
    ingestPerMinute: perMinute('INGEST', 120),
  };
}

function readPsa(read: EnvironmentReader): PsaSettings {
  return {
    allowPrivateAddresses: read.boolean('PSA_ALLOW_PRIVATE_ADDRESSES') ?? false,
    timeoutMs: read.integer('PSA_TIMEOUT_MS', 20_000, 100, 120_000),
    quietMs: read.integer('PSA_QUIET_MS', 10_000, 0, 600_000),
    retryBaseMs: read.integer('PSA_RETRY_BASE_MS', 2_000, 1, 600_000),
    pollMs: read.integer('PSA_POLL_MS', 500, 10, 60_000),
    concurrency: read.integer('PSA_CONCURRENCY', 8, 1, 200),
  };
}

/** Undefined when the embedded database's folder may keep one of its own. */
function readSecret(read: EnvironmentReader, name: string, embedded: boolean): string | undefined {
  const secret = read.text(name);
  if (secret === undefined) {
    if (!embedded) read.faults.push(`${name} must be set when DATABASE_URL is: at least ${MIN_SECRET_LENGTH} characters.`);
    return undefined;
  }
  if (secret.length < MIN_SECRET_LENGTH) read.faults.push(`${name} must have at least ${MIN_SECRET_LENGTH} characters.`);
  return secret;
}
