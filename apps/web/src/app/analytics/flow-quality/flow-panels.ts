import type { FlowQualityRowDto } from '@flowpilot/contracts';
import { type FigureWindow, flowQualityFigures } from '@flowpilot/metrics';

import { count, counted, score } from '../../ui/format.js';
import { type RowsAddress, rowsAddress } from '../../ui/rows/rows-address.js';
import type { CsvValue } from '../../ui/table/csv-text.js';
import { attentionWords } from '../attention/attention-words.js';

/** A panel's list, and its file. */
export interface FlowPanelContent {
  lines: { id: string; name: string; sub: string; figure: string; figureSub: string; rows: RowsAddress | undefined }[];
  csv: { heads: string[]; rows: CsvValue[][] };
}

const SHARED_HEADS = ['Flow', 'Category', 'Usage', 'Resolved', 'Closed'];

export function attentionPanel(flows: readonly FlowQualityRowDto[], window: FigureWindow): FlowPanelContent {
  return {
    lines: flows.map((flow) => ({
      id: flow.flow_id,
      name: flow.name,
      sub: reasonOf(flow),
      figure: '',
      figureSub: flow.closed === 0 ? '' : counted(flow.closed, 'closed session'),
      rows: flow.closed === 0 ? undefined : rowsAddress(flowQualityFigures(flow.flow_id, window).closed.rows),
    })),
    csv: { heads: [...SHARED_HEADS, 'Reason'], rows: flows.map((flow) => [...shared(flow), reasonOf(flow)]) },
  };
}

export function topPanel(flows: readonly FlowQualityRowDto[], window: FigureWindow): FlowPanelContent {
  return {
    lines: flows.map((flow) => ({
      id: flow.flow_id,
      name: flow.name,
      sub: flow.category ?? 'No category',
      figure: score(flow.quality_score),
      figureSub: `${count(flow.resolved)} of ${count(flow.usage_count)}`,
      rows: rowsAddress(flowQualityFigures(flow.flow_id, window).usage_count.rows),
    })),
    csv: { heads: [...SHARED_HEADS, 'Quality score'], rows: flows.map((flow) => [...shared(flow), flow.quality_score]) },
  };
}

function shared({ name, category, usage_count, resolved, closed }: FlowQualityRowDto): CsvValue[] {
  return [name, category, usage_count, resolved, closed];
}

function reasonOf(flow: FlowQualityRowDto): string {
  return flow.attention_reasons.map((reason) => attentionWords(reason, flow).text).join(', ');
}
