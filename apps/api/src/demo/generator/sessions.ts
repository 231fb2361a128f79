import { DateTime } from 'luxon';
import { v7 as uuidv7 } from 'uuid';

import type { CatalogueDomain, CatalogueFlow } from '../catalogue/catalogue.js';
import type { DemoProfile } from '../catalogue/people.js';
import type { DemoFlow, DemoSession } from './demo-account.js';
import { Random } from './random.js';
import { beginnings } from './rhythm.js';
import { type SessionStory, tellSession } from './session-story.js';

export const DEMO_DAYS = 120;
/** Even early in the morning there is something to see. */
const LEAST_TODAY = 3;
const FIRST_TICKET = 41_880;
const WITH_TICKET = 0.82;

export interface SessionsInput {
  seed: string;
  profile: DemoProfile;
  domains: readonly CatalogueDomain[];
  flows: ReadonlyMap<CatalogueFlow, DemoFlow>;
  now: Date;
}

/** All sessions that began up to now, as they stand now, oldest first. */
export function makeSessions(input: SessionsInput): DemoSession[] {
  const { seed, profile, domains, now } = input;
  const today = DateTime.fromJSDate(now, { zone: profile.timeZone }).startOf('day');
  let ticket = FIRST_TICKET;
  return Array.from({ length: DEMO_DAYS }, (_, index) => DEMO_DAYS - 1 - index).flatMap((daysAgo) =>
    beginningsOf(input, today, daysAgo).map((time, index) => {
      // Each session has chance of its own, so that the hour of the day changes nothing earlier.
      const random = new Random(seed, profile.key, 'session', daysAgo, index);
      ticket += Math.floor(random.between(1, 4));
      const story = tellSession(random, time, domains, daysAgo);
      return asOf(input, random, story, random.chance(WITH_TICKET) ? String(ticket) : null);
    }),
  );
}

function beginningsOf({ seed, profile, now }: SessionsInput, today: DateTime, daysAgo: number): Date[] {
  const day = today.minus({ days: daysAgo });
  const random = new Random(seed, profile.key, 'day', daysAgo);
  const begun = beginnings(random, day, profile.sessionsADay, 1 - daysAgo / DEMO_DAYS).filter((time) => time <= now);
  return daysAgo > 0 || begun.length >= LEAST_TODAY ? begun : evenly(day.toJSDate(), now, LEAST_TODAY);
}

function evenly(start: Date, end: Date, count: number): Date[] {
  const step = (end.getTime() - start.getTime()) / (count + 1);
  return Array.from({ length: count }, (_, index) => new Date(Math.floor(start.getTime() + step * (index + 1))));
}

function asOf({ profile, flows, now }: SessionsInput, random: Random, story: SessionStory, ticket: string | null): DemoSession {
  const has = (time: Date | null): Date | null => (time !== null && time <= now ? time : null);
  const endedAt = has(story.endedAt);
  const escalatedAt = has(story.escalatedAt);
  const engineers = profile.people.filter(({ role }) => role === 'engineer');
  return {
    id: uuidv7({ msecs: story.createdAt.getTime(), random: random.bytes(16) }),
    createdAt: story.createdAt,
    summary: story.summary,
    client: random.pick(profile.clients) ?? profile.name,
    engineer: random.weighted(engineers, ({ name }) => name.length)?.email ?? '',
    domain: story.domain,
    tier: story.tier,
    flow: (story.flow && flows.get(story.flow)) ?? null,
    confidence: story.confidence,
    ticket,
    status: endedAt ? story.ending : escalatedAt ? 'escalated' : 'active',
    resolvedAt: story.ending === 'resolved' ? endedAt : null,
    escalatedAt,
    endedAt: endedAt ?? escalatedAt,
  };
}
