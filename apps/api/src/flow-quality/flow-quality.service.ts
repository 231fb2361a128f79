import { Injectable } from '@nestjs/common';

import type { FlowQualityDto, FlowQualityRowDto } from '@flowpilot/contracts';
import { type FlowSort, needsAttention, type RankBand, rankBands, sortedFlows, topPerformers } from '@flowpilot/metrics';

import { Database } from '../database/database.js';
import { RolledCounts, type WindowCounts } from '../rollups/index.js';
import { type AccountWindow, toWindowDto } from '../window/index.js';
import { type FlowFacts, flowFacts } from './flow-quality.query.js';
import { judgeFlow, type JudgedFlow, toFlowQualityRow } from './judged-flow.js';

/** What the overview shows of the flows. */
export interface FlowQualityExcerpt {
  active_flows: number;
  needs_attention: FlowQualityRowDto[];
}

/** Which flows work. */
@Injectable()
export class FlowQualityService {
  constructor(
    private readonly database: Database,
    private readonly rolledCounts: RolledCounts,
  ) {}

  async read(window: AccountWindow, sort: FlowSort = 'quality'): Promise<FlowQualityDto> {
    const facts = await this.rolledCounts.read(window, window.days, (counts) => flowFacts(this.database, counts, window));
    const flows = judged(facts, window);
    const top = topPerformers(flows);
    const shown = new Map(toRows(flows, rankBands(flows, top)).map((row) => [row.flow_id, row]));
    const rows = (some: readonly JudgedFlow[]): FlowQualityRowDto[] => some.flatMap((flow) => shown.get(flow.id) ?? []);
    return {
      flows: rows(sortedFlows(flows, sort)),
      top_performers: rows(top),
      needs_attention: rows(needsAttention(flows)),
      window: toWindowDto(window),
    };
  }

  /** How many flows are active, and the first of those that need attention, as `read` shows them. */
  async readExcerpt(window: AccountWindow, counts: WindowCounts, atMost: number): Promise<FlowQualityExcerpt> {
    const flows = judged(await flowFacts(this.database, counts, window), window);
    return { active_flows: flows.length, needs_attention: toRows(needsAttention(flows, atMost), rankBands(flows)) };
  }
}

function judged(facts: readonly FlowFacts[], window: AccountWindow): JudgedFlow[] {
  return facts.map((flow) => judgeFlow(flow, window.minSample));
}

function toRows(flows: readonly JudgedFlow[], bands: ReadonlyMap<string, RankBand>): FlowQualityRowDto[] {
  return flows.map((flow) => toFlowQualityRow(flow, bands.get(flow.id) ?? null));
}
