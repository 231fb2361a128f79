// What the database of N sessions holds. Everything follows from the number of a session and of an account, so that a
// table can be made without the others, and a second run makes the same.

export const DAYS = 365;
const ACCOUNTS = 200;
const LARGEST_SHARE = 0.2;
const DOMAINS = 40;
const FLOWS = { largest: 300, other: 30 };
const ZONES = ['Europe/Berlin', 'America/New_York', 'UTC', 'Asia/Kolkata', 'Australia/Sydney'];
const DAY_MS = 86_400_000;
const NOTE_SHARE = 0.15;
const ENTRY_SHARE = 0.15;

export interface BenchAccount {
  id: string;
  name: string;
  timeZone: string;
  /** Of all sessions, 0 to 1. */
  share: number;
  categoryIds: string[];
  flowIds: string[];
}

export interface BenchSession {
  account: BenchAccount;
  id: string;
  createdAt: Date;
  domain: number | null;
  tier: string | null;
  status: 'active' | 'resolved' | 'escalated' | 'abandoned';
  resolvedAt: Date | null;
  escalatedAt: Date | null;
  ticket: string | null;
  flowId: string | null;
  confidence: number | null;
  hasNote: boolean;
  hasEntry: boolean;
}

/** A number from 0 up to 1, the same for the same pair. */
export function drawn(n: number, salt: number): number {
  let hash = Math.imul(n ^ 0x9e37_79b9, 0x85eb_ca6b) ^ Math.imul(salt + 1, 0xc2b2_ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb_352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846c_a68b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** A UUIDv7 of the moment. */
export function idOf(at: number, n: number, salt: number): string {
  const time = Math.floor(at).toString(16).padStart(12, '0');
  const hex = (digits: number, part: number) =>
    Math.floor(drawn(n, salt + part) * 16 ** digits).toString(16).padStart(digits, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3, 0)}-8${hex(3, 1)}-${hex(6, 2)}${hex(6, 3)}`;
}

/** Sessions and accounts up to the moment `now`. */
export class Dataset {
  readonly accounts: readonly BenchAccount[];
  private readonly shares: Float64Array;
  private readonly start: number;

  constructor(
    readonly sessions: number,
    readonly now: Date,
    /** Datasets of other editions hold other sessions of the same accounts. */
    private readonly edition = 0,
  ) {
    this.start = now.getTime() - DAYS * DAY_MS;
    this.accounts = accounts(this.start);
    let sum = 0;
    this.shares = Float64Array.from(this.accounts, ({ share }) => (sum += share));
  }

  get largest(): BenchAccount {
    const [first] = this.accounts;
    if (!first) throw new Error('there are accounts');
    return first;
  }

  /** The moment at which session `n` began; they come in order, but for neighbours. */
  private begun(n: number): number {
    return this.start + ((n + drawn(n, 0)) / this.sessions) * DAYS * DAY_MS;
  }

  session(n: number): BenchSession {
    const begun = this.begun(n);
    const account = this.accountAt(drawn(n, 1));
    const outcome = drawn(n, 2);
    const status = outcome < 0.68 ? 'resolved' : outcome < 0.86 ? 'escalated' : outcome < 0.95 ? 'abandoned' : 'active';
    const depth = drawn(n, 3);
    const flow = depth < 0.75 ? Math.floor(account.flowIds.length * drawn(n, 4) ** 2) : null;
    // Log-normal, half an hour in the middle.
    const minutes = 30 * Math.exp(1.1 * Math.sqrt(-2 * Math.log(1 - drawn(n, 5))) * Math.cos(2 * Math.PI * drawn(n, 6)));
    const where = drawn(n, 7);
    const posted = drawn(n, 8);
    return {
      account,
      id: idOf(begun, n, 10 + 1000 * this.edition),
      createdAt: new Date(begun),
      domain: where < 0.97 ? Math.floor(DOMAINS * drawn(n, 9) ** 1.5) : null,
      tier: depth < 0.6 ? 'guided' : depth < 0.85 ? 'exploring' : depth < 0.97 ? 'discovery' : null,
      status,
      resolvedAt: status === 'resolved' ? new Date(begun + minutes * 60_000) : null,
      escalatedAt: status === 'escalated' ? new Date(begun + 1_200_000) : null,
      ticket: where < 0.8 ? `T-${n}` : null,
      flowId: flow === null ? null : (account.flowIds[flow] ?? null),
      confidence: depth < 0.7 ? Math.round(drawn(n, 14) * 1000) / 1000 : null,
      hasNote: posted < NOTE_SHARE,
      hasEntry: posted >= NOTE_SHARE && posted < NOTE_SHARE + ENTRY_SHARE,
    };
  }

  accountAt(share: number): BenchAccount {
    let low = 0;
    let high = this.shares.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.shares[middle] ?? 1) > share) high = middle;
      else low = middle + 1;
    }
    return this.accounts[low] ?? this.largest;
  }
}

/** One with a fifth of all, the others ever smaller. */
function accounts(start: number): BenchAccount[] {
  const weights = Array.from({ length: ACCOUNTS - 1 }, (_, n) => 1 / (n + 8));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return [LARGEST_SHARE, ...weights.map((weight) => ((1 - LARGEST_SHARE) * weight) / whole)].map((share, n) => ({
    id: idOf(start, n, 100),
    name: `Account ${n}`,
    timeZone: ZONES[n % ZONES.length] ?? 'UTC',
    share,
    categoryIds: Array.from({ length: DOMAINS - 5 }, (_, domain) => idOf(start, n * 1000 + domain, 200)),
    flowIds: Array.from({ length: n === 0 ? FLOWS.largest : FLOWS.other }, (_, flow) => idOf(start, n * 1000 + flow, 300)),
  }));
}

export const domainKeys: readonly string[] = Array.from({ length: DOMAINS }, (_, domain) => `domain ${domain}`);
