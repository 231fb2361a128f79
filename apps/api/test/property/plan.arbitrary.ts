import fc from 'fast-check';

import { CONFIDENCE_TIERS, PSA_ACTIVITY_TYPES, RESOLUTION_BUCKET_BOUNDS, SESSION_STATUSES } from '@flowpilot/metrics';

import type { AccountPlan, ActivityPlan, DomainPlan, FlowPlan, Moment, PushPlan, SessionPlan } from './plan.js';
import { BLANKS, FLOW_NAMES, SPELLINGS } from './spellings.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Half hours, quarters, changes at midnight and by half an hour, a day that was skipped. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Havana',
  'America/Santiago',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Atlantic/Azores',
  'Asia/Beirut',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
];

/** Shortly after clock changes in many of the zones. */
const SEASONS = ['2025-03-12', '2025-03-31', '2025-04-07', '2025-09-08', '2025-11-03', '2018-11-05', '2012-01-02'];

export const now = fc
  .record({ season: fc.constantFrom(...SEASONS), after: fc.nat(12 * DAY_MS) })
  .map(({ season, after }) => Date.parse(season) + after);

const shift = fc.constantFrom(-1, 0, 1, 1_800_000, HOUR_MS - 1, HOUR_MS);
const moment: fc.Arbitrary<Moment> = fc.oneof(
  fc.record({ kind: fc.constant('before' as const), milliseconds: fc.integer({ min: -60_000, max: 75 * DAY_MS }) }),
  fc.record({ kind: fc.constant('before' as const), milliseconds: fc.integer({ min: -2, max: 2 }) }),
  fc.record({ kind: fc.constant('before' as const), milliseconds: fc.constantFrom(1, 24, 72).map((h) => h * HOUR_MS) }),
  fc.record({ kind: fc.constant('day' as const), daysAgo: fc.integer({ min: 0, max: 62 }), shift }),
  fc.record({ kind: fc.constant('same-time' as const), daysAgo: fc.constantFrom(7, 30, 45, 90), shift }),
);

const domain: fc.Arbitrary<DomainPlan> = fc.record({
  // Small numbers are likelier, so that some domain gathers enough sessions for a 90th percentile.
  concept: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.nat(SPELLINGS.length - 1) }),
  spelling: fc.nat(4),
});

const duration = fc.oneof(
  fc.constantFrom(0, 1, 29_999, 30_000, 59_999, 60_000),
  fc.constantFrom(...RESOLUTION_BUCKET_BOUNDS.slice(0, 500).map((bound) => Math.floor(bound / 1000))),
  fc.constantFrom(...RESOLUTION_BUCKET_BOUNDS.slice(0, 500).map((bound) => Math.ceil(bound / 1000))),
  fc.nat(4 * HOUR_MS),
  fc.nat(60 * DAY_MS),
);

const session: fc.Arbitrary<SessionPlan> = fc.record({
  created: moment,
  status: fc.constantFrom(...SESSION_STATUSES, 'resolved', 'resolved'),
  domain: fc.oneof({ weight: 6, arbitrary: domain }, { weight: 1, arbitrary: fc.nat(BLANKS.length - 1) }),
  tier: fc.constantFrom(null, ...CONFIDENCE_TIERS),
  matches: fc.array(
    fc.record({
      flow: fc.nat(20),
      afterMs: fc.nat(3 * DAY_MS),
      confidence: fc.option(fc.nat(10_000)),
    }),
    { maxLength: 3 },
  ),
  durationMs: duration,
  escalatedFirst: fc.boolean(),
  hasTicket: fc.boolean(),
});

const flow: fc.Arbitrary<FlowPlan> = fc.record({
  name: fc.constantFrom(...FLOW_NAMES),
  category: fc.option(fc.nat(8)),
  isActive: fc.constantFrom(true, true, false),
  created: moment,
});

const activity: fc.Arbitrary<ActivityPlan> = fc.record({
  type: fc.constantFrom(...PSA_ACTIVITY_TYPES, 'time_entry_posted'),
  created: moment,
  session: fc.option(fc.nat(60)),
  hourParts: fc.oneof(fc.nat(240_000), fc.constantFrom(0, 1, 50, 2500, 240_000)),
});

const push: fc.Arbitrary<PushPlan> = fc.record({
  state: fc.constantFrom('pending', 'sent', 'failed', 'unknown'),
  created: moment,
});

export const accountPlan: fc.Arbitrary<AccountPlan> = fc.record({
  zone: fc.constantFrom(...ZONES),
  minSample: fc.integer({ min: 1, max: 12 }),
  unloggedAfterHours: fc.constantFrom(0, 1, 24, 72),
  categories: fc.uniqueArray(domain, { selector: ({ concept }) => concept, maxLength: 6 }),
  flows: fc.array(flow, { maxLength: 14 }),
  sessions: fc.array(session, { maxLength: 70, size: 'max' }),
  activities: fc.array(activity, { maxLength: 40, size: 'max' }),
  pushes: fc.array(push, { maxLength: 8 }),
});
