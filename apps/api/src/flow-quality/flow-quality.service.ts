import { Injectable } from '@nestjs/common';

import type { FlowQualityDto, FlowQualityRowDto } from '@flowpilot/contracts';
import { type FlowSort, needsAttention, rankBands, sortedFlows, topPerformers } from '@flowpilot/metrics';

import { Database } from '../database/database.js';
import { type AccountWindow, toWindowDto } from '../window/index.js';
import { flowFacts } from './flow-quality.query.js';
import { judgeFlow, type JudgedFlow, toFlowQualityRow } from './judged-flow.js';

/** Which flows work. */
@Injectable()
export class FlowQualityService {
  constructor(private readonly database: Database) {}

  async read(window: AccountWindow, sort: FlowSort = 'quality'): Promise<FlowQualityDto> {
    const facts = await flowFacts(this.database, window);
    const flows = facts.map((flow) => judgeFlow(flow, window.minSample));
    const bands = rankBands(flows);
    const shown = new Map(flows.map((flow) => [flow, toFlowQualityRow(flow, bands.get(flow.id) ?? null)]));
    const rows = (some: readonly JudgedFlow[]): FlowQualityRowDto[] => some.flatMap((flow) => shown.get(flow) ?? []);
    return {
      flows: rows(sortedFlows(flows, sort)),
      top_performers: rows(topPerformers(flows)),
      needs_attention: rows(needsAttention(flows)),
      window: toWindowDto(window),
    };
  }
}
