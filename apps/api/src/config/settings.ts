export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Requests a minute, each of a principal, or of an address while nobody is logged in. */
export interface ThrottleSettings {
  disabled: boolean;
  /** Each analytics endpoint by itself. */
  analyticsPerMinute: number;
  /** Each pair of address and e-mail. */
  loginPerMinute: number;
  writesPerMinute: number;
  readsPerMinute: number;
  /** Bulk uploads, each of any length. */
  ingestPerMinute: number;
}

/** How pushes reach the PSA. */
export interface PsaSettings {
  /** Plain http and private addresses too: for a PSA in the operator's own network. */
  allowPrivateAddresses: boolean;
  /** How long one request to a PSA may take. */
  timeoutMs: number;
  /** After an unknown outcome the PSA is only asked this much later: a request that is still on its way arrives. */
  quietMs: number;
  /** The wait before the second attempt; it doubles with each further one. */
  retryBaseMs: number;
  /** How often the outbox is looked at while nothing is due. */
  pollMs: number;
  /** Pushes that one process sends at a time, over all accounts. */
  concurrency: number;
}

/** Everything that the environment decides. Injectable everywhere. */
export class Settings {
  readonly port: number = 3000;
  readonly host: string = '127.0.0.1';
  /** Null when the product runs its own PostgreSQL in `dataDirectory`. */
  readonly databaseUrl: string | null = null;
  /** A streaming replica of it, which the analytics are read from. */
  readonly databaseReplicaUrl: string | null = null;
  readonly dataDirectory: string = '.data';
  readonly redisUrl: string | null = null;
  readonly jwtSecret: string;
  readonly encryptionKey: string;
  readonly demo: boolean = false;
  readonly jobs: 'inline' | 'off' = 'inline';
  /** Connections to the database that one process holds at most. */
  readonly databasePool: number = 10;
  /** How long requests are still served after the signal to end, while `/health/ready` says that no more should come. */
  readonly shutdownDrainMs: number = 0;
  readonly logLevel: LogLevel = 'info';
  /** Proxies whose X-Forwarded-* headers are believed: names or ranges as proxy-addr knows them. Nobody's when empty. */
  readonly trustedProxies: readonly string[] = [];
  readonly throttle: ThrottleSettings = {
    disabled: false,
    analyticsPerMinute: 15,
    loginPerMinute: 5,
    writesPerMinute: 600,
    readsPerMinute: 3000,
    ingestPerMinute: 120,
  };
  readonly psa: PsaSettings = {
    allowPrivateAddresses: false,
    timeoutMs: 20_000,
    quietMs: 10_000,
    retryBaseMs: 2_000,
    pollMs: 500,
    concurrency: 8,
  };

  constructor(values: Partial<Settings> & Pick<Settings, 'jwtSecret' | 'encryptionKey'>) {
    this.jwtSecret = values.jwtSecret;
    this.encryptionKey = values.encryptionKey;
    Object.assign(this, values);
  }

  with(values: Partial<Settings>): Settings {
    return new Settings(Object.assign({}, this, values));
  }
}

const LOOPBACK_HOSTS: readonly string[] = ['127.0.0.1', 'localhost', '::1'];

/** Whether only this machine can reach a server that listens there. */
export function isLoopback(host: string): boolean {
  return LOOPBACK_HOSTS.includes(host) || /^127(\.\d{1,3}){3}$/.test(host);
}
