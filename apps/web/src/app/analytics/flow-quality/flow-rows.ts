import type { FlowQualityRowDto } from '@flowpilot/contracts';
import { type FigureWindow, flowQualityFigures, type RankBand, type Rating, resolutionRating } from '@flowpilot/metrics';

import { count, counted, daysAgo, percentNumber, score } from '../../ui/format.js';
import { type RowsAddress, rowsAddress } from '../../ui/rows/rows-address.js';
import { type AttentionWords, attentionWords } from '../attention/attention-words.js';
import { successDoubt } from '../how-sure.js';
import { exactQuality, exactSuccess } from './flow-columns.js';

/** Resolved of closed sessions with its interval, all 0 to 1. */
export interface SuccessInterval {
  share: number;
  low: number;
  high: number;
  /** Too few closed sessions to be sure. */
  doubtful: boolean;
  /** Of the success rate. */
  rating: Rating;
}

/** One flow as the table shows it. */
export interface FlowRow {
  id: string;
  name: string;
  band: RankBand | null;
  /** Why it needs attention, to be read after "Needs attention:". */
  attention: AttentionWords[];
  usage: string;
  usageRows: RowsAddress | undefined;
  success: string;
  successRows: RowsAddress | undefined;
  /** "7 of 10 sessions. 95%: 45.3 to 93.7% of the closed", empty without any. */
  successDetail: string;
  interval: SuccessInterval | null;
  lastUsed: string;
  unused: boolean;
  confidence: string;
  confidenceRows: RowsAddress | undefined;
  /** Quality score, 0 to 1, and as it is written. */
  quality: number;
  qualityText: string;
  /** Judged unrounded. */
  qualityRating: Rating;
  /** Too few closed sessions to be sure of it. */
  qualityDoubtful: boolean;
}

/** `minSample` is the account's. */
export function flowRow(flow: FlowQualityRowDto, window: FigureWindow, minSample: number): FlowRow {
  const quality = exactQuality(flow);
  const figures = flowQualityFigures(flow.flow_id, window);
  const isUsed = flow.usage_count > 0;
  return {
    id: flow.flow_id,
    name: flow.name,
    band: flow.rank_band,
    attention: flow.attention_reasons.map((reason) => inSentence(attentionWords(reason, flow))),
    usage: count(flow.usage_count),
    usageRows: isUsed ? rowsAddress(figures.usage_count.rows) : undefined,
    success: percentNumber(flow.success_rate),
    successRows: isUsed ? rowsAddress(figures.success_rate.rows) : undefined,
    successDetail: isUsed ? successDetail(flow, minSample) : '',
    interval: intervalOf(flow),
    lastUsed: daysAgo(flow.days_since_last_match),
    unused: flow.attention_reasons.includes('unused'),
    confidence: score(flow.avg_confidence),
    confidenceRows: flow.avg_confidence === null ? undefined : rowsAddress(figures.avg_confidence.rows),
    quality,
    qualityText: score(flow.quality_score),
    qualityRating: resolutionRating(quality),
    qualityDoubtful: flow.evidence === 'insufficient',
  };
}

function successDetail({ resolved, usage_count: sessions, closed }: FlowQualityRowDto, minSample: number): string {
  return `${count(resolved)} of ${counted(sessions, 'session')}. ${successDoubt(resolved, closed, minSample)}`;
}

function intervalOf(flow: FlowQualityRowDto): SuccessInterval | null {
  const { success_low: low, success_high: high, resolved, closed } = flow;
  const success = exactSuccess(flow);
  if (low === null || high === null || closed === 0 || success === null) return null;
  return { share: resolved / closed, low, high, doubtful: flow.evidence === 'insufficient', rating: resolutionRating(success) };
}

function inSentence({ text, doubtful }: AttentionWords): AttentionWords {
  return { text: text.charAt(0).toLowerCase() + text.slice(1), doubtful };
}
