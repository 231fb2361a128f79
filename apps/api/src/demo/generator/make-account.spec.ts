import { DateTime } from 'luxon';

import { domainKey } from '@flowpilot/metrics';

import { PROFILES } from '../catalogue/people.js';
import type { DemoSession } from './demo-account.js';
import { makeAccount } from './make-account.js';

const [MAIN, OTHER] = PROFILES;
const NOW = new Date('2026-11-24T15:20:00Z');
const main = makeAccount('demo', MAIN, NOW);

const share = (sessions: readonly DemoSession[], has: (session: DemoSession) => boolean) => sessions.filter(has).length / sessions.length;
const of = (name: string) => main.sessions.filter(({ domain }) => domain !== null && domainKey(domain) === domainKey(name));
const usage = (name: string) => main.sessions.filter(({ flow }) => flow?.name === name);
const success = (name: string) => share(usage(name).filter(({ endedAt }) => endedAt), ({ status }) => status === 'resolved');

describe('the demo account', () => {
  it('is the same for the same seed and moment, and another for another seed', () => {
    expect(makeAccount('demo', MAIN, NOW)).toEqual(main);
    expect(makeAccount('other', MAIN, NOW).sessions[0]).not.toEqual(main.sessions[0]);
  });

  it('tells the same day the same, later in the day only further', () => {
    const later = makeAccount('demo', MAIN, new Date('2026-11-24T18:00:00Z'));
    const begun = ({ id, createdAt, summary, engineer, ticket }: DemoSession) => ({ id, createdAt, summary, engineer, ticket });
    expect(later.sessions.slice(0, main.sessions.length).map(begun)).toEqual(main.sessions.map(begun));
    expect(later.sessions.length).toBeGreaterThan(main.sessions.length);
  });

  it('holds 12 categories, about 60 flows and, with the other account, about 6,000 sessions of 120 days', () => {
    expect(main.categories).toHaveLength(12);
    expect(main.flows.length).toBeGreaterThan(55);
    expect(main.flows.length).toBeLessThan(66);
    const other = makeAccount('demo', OTHER, NOW);
    const sessions = main.sessions.length + other.sessions.length;
    expect(sessions).toBeGreaterThan(5_700);
    expect(sessions).toBeLessThan(6_500);
    const first = DateTime.fromJSDate(main.sessions[0]?.createdAt ?? NOW, { zone: MAIN.timeZone });
    expect(Math.floor(DateTime.fromJSDate(NOW).diff(first, 'days').days)).toBe(119);
  });

  it('has the rhythm of a week', () => {
    const perWeekday = Array.from({ length: 7 }, () => 0);
    for (const { createdAt } of main.sessions) {
      const { weekday } = DateTime.fromJSDate(createdAt, { zone: MAIN.timeZone });
      perWeekday[weekday - 1] = (perWeekday[weekday - 1] ?? 0) + 1;
    }
    const [monday = 0, , , , friday = 0, saturday = 0, sunday = 0] = perWeekday;
    expect(monday).toBeGreaterThan(friday);
    expect(friday).toBeGreaterThan(saturday * 2);
    expect(saturday).toBeGreaterThan(sunday);
    expect(sunday).toBeGreaterThan(0);
  });

  it('knows no future', () => {
    const times = [
      ...main.sessions.flatMap(({ createdAt, resolvedAt, escalatedAt }) => [createdAt, resolvedAt, escalatedAt]),
      ...main.activities.map(({ createdAt }) => createdAt),
      ...main.flows.map(({ createdAt }) => createdAt),
    ].map((time) => time?.getTime() ?? 0);
    expect(times.reduce((latest, time) => Math.max(latest, time), 0)).toBeLessThanOrEqual(NOW.getTime());
  });

  it.each(['2026-11-24T00:00:30Z', '2026-11-24T15:20:00Z', '2026-11-22T00:40:00Z', '2026-11-24T23:59:59Z'])(
    'shows a few sessions of today at %s, however early or quiet',
    (time) => {
      const now = new Date(time);
      for (const profile of PROFILES) {
        const today = DateTime.fromJSDate(now, { zone: profile.timeZone }).startOf('day').toJSDate();
        const begun = makeAccount('demo', profile, now).sessions.filter(({ createdAt }) => createdAt >= today);
        expect(begun.length).toBeGreaterThanOrEqual(3);
        expect(begun.every(({ createdAt }) => createdAt <= now)).toBe(true);
      }
    },
  );

  it('keeps the order of times and the rules of states', () => {
    for (const { status, createdAt, resolvedAt, escalatedAt } of main.sessions) {
      expect(status === 'resolved').toBe(resolvedAt !== null);
      if (status === 'escalated') expect(escalatedAt).not.toBeNull();
      if (resolvedAt) expect(resolvedAt.getTime()).toBeGreaterThan((escalatedAt ?? createdAt).getTime());
    }
    expect(new Set(main.sessions.map(({ id }) => id)).size).toBe(main.sessions.length);
  });

  it('has outcomes and tiers as they are in life', () => {
    expect(share(main.sessions, ({ status }) => status === 'resolved')).toBeCloseTo(0.7, 1);
    expect(share(main.sessions, ({ status }) => status === 'escalated')).toBeGreaterThan(0.08);
    expect(share(main.sessions, ({ status }) => status === 'abandoned')).toBeGreaterThan(0.06);
    expect(share(main.sessions, ({ tier }) => tier === 'guided')).toBeCloseTo(0.5, 1);
    expect(share(main.sessions, ({ escalatedAt, status }) => escalatedAt !== null && status === 'resolved')).toBeGreaterThan(0.01);
  });

  it('leaves mostly recent sessions active, and a few forgotten ones', () => {
    const active = main.sessions.filter(({ status }) => status === 'active');
    const lastWeek = active.filter(({ createdAt }) => NOW.getTime() - createdAt.getTime() < 7 * 86_400_000);
    expect(active.length).toBeGreaterThan(20);
    expect(lastWeek.length).toBeGreaterThan(active.length / 2);
    expect(lastWeek.length).toBeLessThan(active.length);
  });

  it('has gaps, idle flows, a failing, a fresh, a sleeping and a retired one', () => {
    for (const gap of ['Telephony', 'Line-of-business apps']) {
      expect(of(gap).length).toBeGreaterThan(50);
      expect(main.categories).not.toContain(gap);
      expect(of(gap).every(({ flow }) => flow === null)).toBe(true);
    }
    expect(of('Server hardware')).toEqual([]);
    expect(main.categories).toContain('Server hardware');
    expect(success('Backup job failed')).toBeLessThan(0.5);
    expect(success('MFA re-registration')).toBeGreaterThan(0.85);
    const made = (name: string) => main.flows.find((flow) => flow.name === name);
    expect(usage('Passkey set-up')).toEqual([]);
    expect(made('Passkey set-up')?.createdAt.toISOString()).toContain('2026-11-23');
    expect(usage('RAID disk replacement')).toEqual([]);
    const asleep = usage('Restore a virtual machine').map(({ createdAt }) => createdAt.getTime());
    expect(asleep.length).toBeGreaterThan(0);
    expect(NOW.getTime() - Math.max(...asleep)).toBeGreaterThan(30 * 86_400_000);
    expect(made('Skype for Business sign-in')?.isActive).toBe(false);
    expect(main.flows.filter(({ category }) => category === null)).toHaveLength(1);
  });

  it('spells domains in more than one way, and leaves some sessions without one', () => {
    const spelled = new Set(main.sessions.map(({ domain }) => domain));
    expect(spelled).toContain('vpn');
    expect(spelled).toContain('VPN');
    expect(share(main.sessions, ({ domain }) => domain === null)).toBeCloseTo(0.036, 1);
  });

  it('pushes honestly: not all, in quarters of an hour, some out of line', () => {
    const sessions = new Map(main.sessions.map((session) => [session.id, session]));
    const withNote = new Set(main.activities.filter(({ type }) => type === 'note_posted').map(({ sessionId }) => sessionId));
    const entries = main.activities.filter(({ type }) => type === 'time_entry_posted');
    expect(share(main.sessions, ({ ticket }) => ticket !== null)).toBeCloseTo(0.82, 1);
    expect(entries.every(({ hours }) => hours !== null && hours > 0 && hours <= 4 && Number.isInteger(hours * 4))).toBe(true);
    expect(entries.filter(({ sessionId }) => sessionId === null).length).toBeGreaterThan(15);
    expect(entries.filter(({ sessionId }) => sessionId !== null && !withNote.has(sessionId)).length).toBeGreaterThan(15);
    expect(main.activities.filter(({ type }) => type !== 'time_entry_posted').every(({ hours }) => hours === null)).toBe(true);
    for (const { sessionId, createdAt } of main.activities) {
      const session = sessionId === null ? undefined : sessions.get(sessionId);
      if (session) expect(createdAt.getTime()).toBeGreaterThan(session.createdAt.getTime());
    }
    expect(new Set(main.activities.map(({ entryId }) => entryId)).size).toBe(main.activities.length);
  });
});
