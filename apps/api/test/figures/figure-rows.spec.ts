import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import {
  coverageFigures,
  type FigureWindow,
  flowQualityFigures,
  overviewDayFigures,
  psaDayFigures,
  psaGapFigures,
  psaTotalFigures,
  uncoveredFigures,
} from '@flowpilot/metrics';

import { startTestApplication, type TestApplication } from '../application.js';
import { storeHistory } from '../property/store-history.js';
import { unfoldHistory } from '../property/unfold-history.js';
import { expectRowsOf, numbersWithoutRows } from './claim.js';
import { ListedRows } from './listed-rows.js';
import { excerptOf, readTabs } from './read-tabs.js';
import { richPlan } from './rich-plan.js';
import { tabClaims } from './tab-claims.js';

const PAGE_SIZE = 50;

describe('The rows behind every figure of every tab', () => {
  let application: TestApplication;

  beforeAll(async () => {
    application = await startTestApplication();
  });

  afterAll(() => application.stop());

  async function richAccount(zone: string, now: string) {
    application.clock.set(now);
    const history = unfoldHistory(richPlan(zone), Date.parse(now));
    await storeHistory(application.database, history);
    const { token } = await application.signIn('team_admin', history.account.id);
    return { token, lists: new ListedRows(application, token, PAGE_SIZE) };
  }

  it.each<[zone: string, now: string, window: FigureWindow]>([
    ['UTC', '2025-06-30T12:00:00.000Z', { period: '30d' }],
    ['Europe/Berlin', '2025-04-02T22:30:00.000Z', { from: '2025-03-20', to: '2025-03-30' }],
    ['America/Havana', '2025-11-05T03:00:00.000Z', { period: '7d' }],
    ['Asia/Kathmandu', '2025-09-08T18:14:59.999Z', { period: '7d' }],
  ])('are the figure: in %s at %s, %j', async (zone, now, window) => {
    const { token, lists } = await richAccount(zone, now);
    const claims = tabClaims(await readTabs(application, token, window), window);
    expect(claims.length).toBeGreaterThan(300);
    expect(claims.filter(({ shown }) => shown !== null && shown > 0).length).toBeGreaterThan(claims.length / 3);
    for (const claim of claims) await expectRowsOf(claim, lists);
  });

  it('are exported and counted as they are listed', async () => {
    const { token, lists } = await richAccount('UTC', '2025-06-30T12:00:00.000Z');
    const window: FigureWindow = { period: '30d' };
    const tabs = excerptOf(await readTabs(application, token, window), 1);
    for (const { claimed } of tabClaims(tabs, window)) {
      const { length } = await lists.of(claimed.rows);
      expect([claimed, await lists.exported(claimed.rows)]).toEqual([claimed, length]);
      expect([claimed, (await lists.counted(claimed.rows)) ?? length]).toEqual([claimed, length]);
    }
  });

  it('are said for every number, save those that are made of others', async () => {
    const { token } = await richAccount('UTC', '2025-06-30T12:00:00.000Z');
    const window: FigureWindow = { period: '30d' };
    const { overview, coverage, quality, psa } = await readTabs(application, token, window);
    const nameless = [
      ...coverage.domains.flatMap((row) => numbersWithoutRows(row, coverageFigures(row, window))),
      ...numbersWithoutRows(coverage, uncoveredFigures(window)),
      ...quality.flows.flatMap((row) => numbersWithoutRows(row, flowQualityFigures(row.flow_id, window))),
      ...numbersWithoutRows(psa, psaTotalFigures(window), psaGapFigures(window)),
      ...overview.daily.flatMap((day) => numbersWithoutRows(day, overviewDayFigures(day.date))),
      ...psa.daily_trend.flatMap((day) => numbersWithoutRows(day, psaDayFigures(day.date))),
    ];
    expect([...new Set(nameless)]).toEqual([]);
  });
});
