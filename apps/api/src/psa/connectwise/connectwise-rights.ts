import { PsaError } from '../provider/psa-error.js';
import type { RightCheck } from '../provider/psa-provider.js';
import type { ConnectWiseConnection } from './connectwise-connection.js';
import type { ConnectWiseHttp } from './connectwise-http.js';
import { readMember } from './connectwise-records.js';

interface Probe {
  right: string;
  /** Rejects with `permission` when the right is missing. */
  attempt: (http: ConnectWiseHttp) => Promise<unknown>;
}

/** A ticket that no company has: rights are judged before the record is looked for, and nothing can be stored. */
const NO_TICKET = '/service/tickets/0';
const unguarded = () => Promise.resolve();

const PROBES: readonly Probe[] = [
  { right: 'Read tickets', attempt: (http) => http.read('/service/tickets?pageSize=1') },
  { right: 'Read boards and statuses', attempt: (http) => http.read('/service/boards?pageSize=1') },
  { right: 'Read members', attempt: (http) => http.read('/system/members?pageSize=1') },
  { right: 'Read time entries', attempt: (http) => http.read('/time/entries?pageSize=1') },
  { right: 'Add notes to tickets', attempt: (http) => http.write('POST', `${NO_TICKET}/notes`, {}, unguarded) },
  { right: 'Add time entries', attempt: (http) => http.write('POST', '/time/entries', {}, unguarded) },
  { right: 'Edit tickets', attempt: (http) => http.write('PATCH', NO_TICKET, [], unguarded) },
];

/** Logs in, then tries each right. Without a log-in the rest would only repeat the same failure. */
export async function checkRights(http: ConnectWiseHttp, connection: ConnectWiseConnection): Promise<RightCheck[]> {
  const logIn = await check('Log in', () => http.read('/system/info'));
  if (!logIn.ok) return [logIn];
  const checks = [logIn];
  for (const { right, attempt } of PROBES) checks.push(await check(right, () => probe(() => attempt(http))));
  const { defaultMemberId } = connection;
  if (defaultMemberId !== null) checks.push(await check('Find the default member', () => findMember(http, defaultMemberId)));
  return checks;
}

/** A refusal of the empty request itself proves the right. */
async function probe(attempt: () => Promise<unknown>): Promise<void> {
  try {
    await attempt();
  } catch (error) {
    const refused = error instanceof PsaError && (error.kind === 'validation' || error.kind === 'not_found');
    if (!refused) throw error;
  }
}

async function findMember(http: ConnectWiseHttp, id: string): Promise<void> {
  const { body } = await http.read(`/system/members?conditions=${encodeURIComponent(`id=${id}`)}`);
  const [member] = Array.isArray(body) ? body.map(readMember) : [];
  if (!member?.active) throw new PsaError('validation', `ConnectWise has no active member ${id}.`);
}

async function check(right: string, attempt: () => Promise<unknown>): Promise<RightCheck> {
  try {
    await attempt();
    return { right, ok: true, message: null };
  } catch (error) {
    if (!(error instanceof PsaError)) throw error;
    return { right, ok: false, message: error.message };
  }
}
