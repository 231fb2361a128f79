import type { ConnectedAccount } from '../connected-account.js';

interface Wanted {
  what: 'notes' | 'time-entries' | 'status';
  payload: object;
}

/** Asks for everything that one session's ticket is to receive, in order; some of it can never be sent. */
export async function pushSession(account: ConnectedAccount, random: () => number, unmapped: string): Promise<number> {
  const hopeless = random() < 0.1;
  const session = await account.session(hopeless && random() < 0.5 ? { userId: unmapped } : {});
  const wanted = wantedOf(random, hopeless);
  for (const { what, payload } of wanted) await account.push(session.id, what, payload);
  return wanted.length;
}

/** What fails for good comes last: it would hold back whatever followed it. */
function wantedOf(random: () => number, hopeless: boolean): Wanted[] {
  const time = (): Wanted => ({ what: 'time-entries', payload: { hours: Math.ceil(random() * 400) / 100 } });
  const status = (name: string): Wanted => ({ what: 'status', payload: { status: name } });
  const wanted: Wanted[] = [{ what: 'notes', payload: { text: `Note ${random()}`, internal: random() < 0.5 } }];
  if (random() < 0.5) wanted.push(status('In Progress'));
  if (hopeless) return [...wanted, random() < 0.5 ? status('No such status') : time()];
  return random() < 0.5 ? [...wanted, time(), time(), status('Closed')] : [...wanted, time()];
}
