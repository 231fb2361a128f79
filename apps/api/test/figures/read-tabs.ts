import type { CoverageDto, FlowQualityDto, OverviewDto, PsaMetricsDto } from '@flowpilot/contracts';
import type { FigureWindow } from '@flowpilot/metrics';

import type { TestApplication } from '../application.js';

type Plain<Dto> = Pick<Dto, keyof Dto>;

export interface Tabs {
  overview: Plain<OverviewDto>;
  coverage: Plain<CoverageDto>;
  quality: Plain<FlowQualityDto>;
  psa: Plain<PsaMetricsDto>;
}

/** What the four tabs show of the token's account. */
export async function readTabs(application: TestApplication, token: string, window: FigureWindow): Promise<Tabs> {
  const tab = async <Body>(path: string) => {
    const url = `/analytics/flowpilot${path}?${new URLSearchParams(window).toString()}`;
    return (await application.inject<Body>({ method: 'GET', url, token })).body;
  };
  return {
    overview: await tab<OverviewDto>(''),
    coverage: await tab<CoverageDto>('/coverage'),
    quality: await tab<FlowQualityDto>('/flow-quality'),
    psa: await tab<PsaMetricsDto>('/psa-metrics'),
  };
}

/** Their first rows and days only. */
export function excerptOf({ overview, coverage, quality, psa }: Tabs, rows: number): Tabs {
  const first = <T>(list: readonly T[]) => list.slice(0, rows);
  return {
    overview: { ...overview, daily: first(overview.daily), top_domains: [], needs_attention: [] },
    coverage: { ...coverage, domains: first(coverage.domains) },
    quality: { ...quality, flows: first(quality.flows), top_performers: [], needs_attention: [] },
    psa: { ...psa, daily_trend: first(psa.daily_trend) },
  };
}
