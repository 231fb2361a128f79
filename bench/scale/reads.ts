import type { BenchAccount, Dataset } from './dataset.js';
import { drawn } from './dataset.js';
import { type Asked, load, type Load } from './load.js';
import type { ServerProcess } from './servers.js';

const ENDPOINTS = ['coverage', 'overview', 'flow-quality', 'psa-metrics'] as const;
type Endpoint = (typeof ENDPOINTS)[number];
/** One table of days, of endpoints that take several. */
const DAYS_OF: Partial<Record<Endpoint, string>> = { overview: 'overview-days', 'psa-metrics': 'psa-days' };

const PERIODS = [7, 30, 90];
const DAY_MS = 86_400_000;
const CLIENTS = 16;

export interface Subjects {
  dataset: Dataset;
  keys: ReadonlyMap<string, string>;
  product: ServerProcess;
  reference: ServerProcess;
}

/** The window of so many days that ends now; as a range of days; or of the ended days before today, all of them counted. */
type Window = 'period' | 'range' | 'ended';

export function productRead({ dataset, keys }: Subjects, endpoint: Endpoint, days: number, window: Window = 'period', account = dataset.largest): Asked {
  const date = (ago: number) => new Date(dataset.now.getTime() - ago * DAY_MS).toISOString().slice(0, 10);
  const query = {
    period: `period=${days}d`,
    range: `from=${date(days - 1)}&to=${date(0)}`,
    ended: `from=${date(days)}&to=${date(1)}`,
  }[window];
  return analyticsRead(endpoint, query, keys.get(account.id));
}

/** A window of so many ended days that no other number asks for: nothing is remembered of it. */
function firstRead({ dataset, keys }: Subjects, endpoint: Endpoint, days: number, number: number): Asked {
  const date = (ago: number) => new Date(dataset.now.getTime() - ago * DAY_MS).toISOString().slice(0, 10);
  return analyticsRead(endpoint, `from=${date(days + number)}&to=${date(1 + number)}`, keys.get(dataset.largest.id));
}

function analyticsRead(endpoint: Endpoint, query: string, key = ''): Asked {
  const path = endpoint === 'overview' ? '' : `/${endpoint}`;
  return { path: `/api/v1/analytics/flowpilot${path}?${query}`, key };
}

export function referenceRead({ dataset }: Subjects, kind: 'rollup' | 'first-design', endpoint: string, days: number, account = dataset.largest): Asked {
  const midnight = Math.floor(dataset.now.getTime() / DAY_MS) * DAY_MS;
  const from = new Date(midnight - (days - 1) * DAY_MS).toISOString();
  const to = (kind === 'rollup' ? new Date(midnight + DAY_MS) : dataset.now).toISOString();
  return { path: `/${kind}/${endpoint}?account=${account.id}&from=${from}&to=${to}` };
}

/**
 * Asked of the ten largest accounts, weighted by size, and of the three periods in turn, each up to 15 days longer than the
 * last: of 16 reads at once no two are the same, so that none can be shared.
 */
function spread({ accounts }: Dataset): (n: number) => { account: BenchAccount; days: number } {
  const largest = accounts.slice(0, 10);
  const whole = largest.reduce((sum, { share }) => sum + share, 0);
  return (n) => {
    let rest = drawn(n, 500) * whole;
    const account = largest.find(({ share }) => (rest -= share) < 0) ?? largest[0];
    if (!account) throw new Error('there are accounts');
    return { account, days: (PERIODS[n % PERIODS.length] ?? 30) + (n % CLIENTS) };
  };
}

export type Measured = Record<string, Load>;

/** One client: each endpoint of the largest account, by period; and without the rows of today. */
export async function oneClient(subjects: Subjects): Promise<Measured> {
  const measured: Measured = {};
  // A server that has answered for a while: V8 compiles what it judges with only after some hundred times.
  const one = { clients: 1, rounds: 60, warmUp: 100 };
  for (const endpoint of ENDPOINTS) {
    for (const days of PERIODS) {
      measured[`${endpoint} ${days} d`] = await load(subjects.product.base, () => productRead(subjects, endpoint, days), one);
      measured[`${endpoint} ${days} d ended`] = await load(
        subjects.product.base, () => productRead(subjects, endpoint, days, 'ended'), one);
    }
    measured[`${endpoint} 30 d ended, asked first`] = await load(subjects.product.base, (n) => firstRead(subjects, endpoint, 30, n + 1), one);
    measured[`${endpoint} 30 d, bare Node`] = await load(subjects.reference.base, () => referenceRead(subjects, 'rollup', endpoint, 30), one);
    const few = { clients: 1, rounds: endpoint === 'flow-quality' || endpoint === 'overview' ? 3 : 10, warmUp: 1 };
    measured[`${endpoint} 30 d, first design`] = await load(subjects.reference.base, () => referenceRead(subjects, 'first-design', endpoint, 30), few);
  }
  return measured;
}

/** 16 clients that ask the same of the largest account, and 16 that ask of ten accounts and three periods. */
export async function sixteenClients(subjects: Subjects, seconds: number): Promise<Measured> {
  const measured: Measured = {};
  const many = { clients: CLIENTS, seconds, warmUp: 20 };
  const slow = { clients: CLIENTS, seconds, warmUp: 1 };
  for (const endpoint of ENDPOINTS) {
    measured[endpoint] = await load(subjects.product.base, () => productRead(subjects, endpoint, 30), many);
    measured[`${endpoint}, bare Node`] = await load(subjects.reference.base, () => referenceRead(subjects, 'rollup', endpoint, 30), many);
    const days = DAYS_OF[endpoint];
    if (days) measured[`${endpoint}, bare Node of one table`] = await load(subjects.reference.base, () => referenceRead(subjects, 'rollup', days, 30), many);
    measured[`${endpoint}, first design`] = await load(subjects.reference.base, () => referenceRead(subjects, 'first-design', endpoint, 30), slow);
  }
  const drawnRead = spread(subjects.dataset);
  measured['coverage, spread'] = await load(subjects.product.base, (n) => {
    const { account, days } = drawnRead(n);
    return productRead(subjects, 'coverage', days, 'range', account);
  }, many);
  measured['coverage, spread, first design'] = await load(subjects.reference.base, (n) => {
    const { account, days } = drawnRead(n);
    return referenceRead(subjects, 'first-design', 'coverage', days, account);
  }, slow);
  return measured;
}
