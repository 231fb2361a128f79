import { DateTime } from 'luxon';

import { ACCESS } from '../catalogue/access.catalogue.js';
import { INFRASTRUCTURE } from '../catalogue/infrastructure.catalogue.js';
import type { DemoProfile } from '../catalogue/people.js';
import { WORKPLACE } from '../catalogue/workplace.catalogue.js';
import { makeActivities } from './activities.js';
import type { DemoAccount } from './demo-account.js';
import { makeFlows } from './flows.js';
import { Random } from './random.js';
import { makeSessions } from './sessions.js';

const CATALOGUE = [...WORKPLACE, ...ACCESS, ...INFRASTRUCTURE];

/** All that a demo account holds at a moment. The same seed, profile and moment always give the same. */
export function makeAccount(seed: string, profile: DemoProfile, now: Date): DemoAccount {
  const domains = CATALOGUE.filter(({ name }) => profile.domains?.includes(name) ?? true);
  const today = DateTime.fromJSDate(now, { zone: profile.timeZone }).startOf('day');
  const flows = makeFlows(new Random(seed, profile.key, 'flows'), domains, today);
  const sessions = makeSessions({ seed, profile, domains, flows, now });
  return {
    name: profile.name,
    timeZone: profile.timeZone,
    people: profile.people,
    categories: domains.filter((domain) => domain.flows.length > 0).map(({ name }) => name),
    flows: [...flows.values()],
    sessions,
    activities: makeActivities(seed, profile, sessions, now),
  };
}
