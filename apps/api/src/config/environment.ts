import { resolve } from 'node:path';

import { EnvironmentReader } from './environment-reader.js';
import { keptSecret } from './kept-secret.js';
import { isLoopback, LOG_LEVELS, Settings, type ThrottleSettings } from './settings.js';
import { StartFailure } from './start-failure.js';

const MIN_SECRET_LENGTH = 32;
/** A record of this many moments is kept for every principal: more would cost more than it protects. */
const MAX_PER_MINUTE = 10_000;

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
    databaseUrl: read.url('DATABASE_URL', ['postgres:', 'postgresql:']),
    dataDirectory,
    redisUrl: read.url('REDIS_URL', ['redis:', 'rediss:']),
    demo: read.boolean('DEMO') ?? (embedded && isLoopback(host)),
    jobs: read.oneOf('JOBS', ['inline', 'off'], 'inline'),
    databasePool: read.integer('DB_POOL', 10, 2, 1000),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    trustedProxies: (read.text('TRUSTED_PROXIES') ?? 'loopback').split(',').map((proxy) => proxy.trim()),
    throttle: readThrottle(read),
  };
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

/** Undefined when the embedded database's folder may keep one of its own. */
function readSecret(read: EnvironmentReader, name: string, embedded: boolean): string | undefined {
  const secret = read.text(name);
  if (secret === undefined) {
    if (embedded) return undefined;
    return read.fault(`${name} must be set when DATABASE_URL is: at least ${MIN_SECRET_LENGTH} characters.`, undefined);
  }
  if (secret.length >= MIN_SECRET_LENGTH) return secret;
  return read.fault(`${name} must have at least ${MIN_SECRET_LENGTH} characters.`, undefined);
}
