import { add, multiply, type Ratio, ratio, share } from './ratio.js';
import { recency } from './recency.js';

/** What a flow's score is made of: sessions of the window matched to it, and its lifetime's last match. */
export interface QualityParts {
  usageCount: number;
  resolved: number;
  guided: number;
  /** Whole local days; null when never matched. */
  daysSinceLastMatch: number | null;
}

const SUCCESS_WEIGHT = ratio(5, 10);
const GUIDED_WEIGHT = ratio(3, 10);
const RECENCY_WEIGHT = ratio(2, 10);

/** `0.5 * success_rate + 0.3 * guided_rate + 0.2 * recency_score` of unrounded parts; a null rate counts 0. 0 to 1. */
export function qualityScore(parts: QualityParts): Ratio {
  const success = share(parts.resolved, parts.usageCount) ?? ratio(0);
  const guided = share(parts.guided, parts.usageCount) ?? ratio(0);
  return add(
    add(multiply(SUCCESS_WEIGHT, success), multiply(GUIDED_WEIGHT, guided)),
    multiply(RECENCY_WEIGHT, recency(parts.daysSinceLastMatch)),
  );
}
