import type { ConfidenceTier, SessionStatus } from '@flowpilot/metrics';

import type { CatalogueDomain, CatalogueFlow } from '../catalogue/catalogue.js';
import { UNCATEGORISED } from './flows.js';
import type { Random } from './random.js';

/** How a session goes, from beginning to end, whether or not that lies in the future. */
export interface SessionStory {
  createdAt: Date;
  summary: string;
  /** As the engineer wrote it; null when nobody did. */
  domain: string | null;
  tier: ConfidenceTier | null;
  flow: CatalogueFlow | null;
  confidence: number | null;
  /** Null when first-line ended it alone. */
  escalatedAt: Date | null;
  ending: Exclude<SessionStatus, 'active'>;
  /** Null when nobody ever ends it. */
  endedAt: Date | null;
}

const MINUTE = 60_000;
const UNMAPPED = 0.036;
const RESPELLED = 0.07;
const RESPELLED_SINCE_DAYS = 100;
const FORGOTTEN = 0.004;
/** Waits for the customer: hours or days instead of minutes. */
const WAITING = 0.16;
/** Last matched about six weeks ago. */
const ASLEEP_SINCE_DAYS = 41;
const VAGUE = ['General question', 'Called back later', 'PC is slow', 'Not sure what is wrong', 'Several small things'] as const;

export function tellSession(
  random: Random,
  createdAt: Date,
  domains: readonly CatalogueDomain[],
  daysAgo: number,
): SessionStory {
  const domain = random.chance(UNMAPPED) ? undefined : random.weighted(domains, ({ weight }) => weight);
  const tier = tierOf(random, domain?.guided ?? 0);
  const flow = flowOf(random, domain, tier, daysAgo);
  return {
    createdAt,
    summary: random.pick(flow?.summaries ?? domain?.summaries ?? VAGUE) ?? random.pick(VAGUE),
    domain: domain ? spelled(random, domain, daysAgo) : null,
    tier,
    flow,
    confidence: flow && confidenceOf(random, tier),
    ...endingOf(random, createdAt, { domain, tier, flow }),
  };
}

/** The proper spelling comes first: it is the one shown for a domain without a category. */
function spelled(random: Random, { name, spellings }: CatalogueDomain, daysAgo: number): string {
  return daysAgo < RESPELLED_SINCE_DAYS && random.chance(RESPELLED) ? (random.pick(spellings) ?? name) : name;
}

function tierOf(random: Random, guided: number): ConfidenceTier | null {
  if (random.chance(0.03)) return null;
  if (random.chance(guided)) return 'guided';
  return random.chance(0.72) ? 'exploring' : 'discovery';
}

function flowOf(
  random: Random,
  domain: CatalogueDomain | undefined,
  tier: ConfidenceTier | null,
  daysAgo: number,
): CatalogueFlow | null {
  const matched = { guided: 0.97, exploring: 0.44, discovery: 0.07 };
  if (tier === null || !random.chance(matched[tier])) return null;
  if (!domain) return random.chance(0.4) ? UNCATEGORISED : null;
  const inUse = (flow: CatalogueFlow) => flow.life === null || (flow.life === 'asleep' && daysAgo >= ASLEEP_SINCE_DAYS);
  return random.weighted(domain.flows, (flow) => (inUse(flow) ? flow.weight : 0)) ?? null;
}

function confidenceOf(random: Random, tier: ConfidenceTier | null): number | null {
  if (random.chance(0.06)) return null;
  const [least, most] = tier === 'guided' ? [0.8, 0.99] : [0.52, 0.86];
  return Math.round(random.between(least, most) * 1000) / 1000;
}

interface Circumstances {
  domain: CatalogueDomain | undefined;
  tier: ConfidenceTier | null;
  flow: CatalogueFlow | null;
}

function endingOf(random: Random, createdAt: Date, { domain, tier, flow }: Circumstances) {
  const success = Math.min(0.98, (flow?.success ?? domain?.success ?? 0.55) + (tier === 'discovery' ? -0.1 : 0));
  const median = (domain?.median ?? 30) * (tier === 'guided' ? 0.85 : 1.25);
  const firstLine = minutesLater(createdAt, random.logNormal(random.chance(WAITING) ? 60 * 50 : median, 0.75));
  const forgotten = random.chance(FORGOTTEN);
  if (random.chance(success)) return ending('resolved', null, forgotten ? null : firstLine);
  if (random.chance(0.42)) return ending('abandoned', null, forgotten ? null : minutesLater(createdAt, 60 * random.between(2, 70)));
  // Some of what first-line hands on is resolved by a senior afterwards.
  if (!random.chance(0.3)) return ending('escalated', firstLine, firstLine);
  return ending('resolved', firstLine, minutesLater(firstLine, random.logNormal(60 * 6, 0.8)));
}

function ending(how: SessionStory['ending'], escalatedAt: Date | null, endedAt: Date | null) {
  return { ending: how, escalatedAt, endedAt };
}

function minutesLater(time: Date, minutes: number): Date {
  return new Date(time.getTime() + Math.round(Math.max(1, minutes) * MINUTE));
}
