import type { DateTime } from 'luxon';

import { type CatalogueDomain, type CatalogueFlow, flow } from '../catalogue/catalogue.js';
import type { DemoFlow } from './demo-account.js';
import type { Random } from './random.js';

/** The one flow that belongs to no category. */
export const UNCATEGORISED = flow('Start a remote support session', 1, 0.83, [
  'Needs remote help, nothing specific',
  'Screen sharing for a walk-through',
]);

/** Local days ago on which the flows of each life were made. */
const MADE_DAYS_AGO = { fresh: 1, neverMatched: 64, asleep: 300, retired: 500 } as const;

/** The flows of an account, by their entry in the catalogue. */
export function makeFlows(random: Random, domains: readonly CatalogueDomain[], today: DateTime): Map<CatalogueFlow, DemoFlow> {
  const made = new Map<CatalogueFlow, DemoFlow>();
  for (const domain of domains) {
    for (const entry of domain.flows) made.set(entry, makeFlow(random, entry, domain.name, today));
  }
  return made.set(UNCATEGORISED, makeFlow(random, UNCATEGORISED, null, today));
}

function makeFlow(random: Random, entry: CatalogueFlow, category: string | null, today: DateTime): DemoFlow {
  const daysAgo = entry.life === null ? Math.floor(random.between(150, 420)) : MADE_DAYS_AGO[entry.life];
  const time = { hour: 10 + Math.floor(random.between(0, 6)), minute: Math.floor(random.between(0, 60)) };
  return {
    name: entry.name,
    treeType: entry.treeType,
    category,
    isActive: entry.life !== 'retired',
    createdAt: today.minus({ days: daysAgo }).set(time).toJSDate(),
  };
}
