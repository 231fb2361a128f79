import { describe, expect, it } from '@jest/globals';

import { attentionReasons } from './attention.js';
import { qualityScore } from './quality-score.js';
import { rate } from './rates.js';
import { recency } from './recency.js';
import { RATE_DECIMALS, roundRatio, SCORE_DECIMALS } from './rounding.js';

/** The worked example of the definitions: today 2026-06-30, period 30d. */
const FLOWS = {
  A: { usageCount: 10, resolved: 7, closed: 9, guided: 6, daysSinceLastMatch: 0, daysIdle: 0 },
  B: { usageCount: 4, resolved: 1, closed: 4, guided: 0, daysSinceLastMatch: 9, daysIdle: 9 },
  C: { usageCount: 0, resolved: 0, closed: 0, guided: 0, daysSinceLastMatch: 45, daysIdle: 45 },
  D: { usageCount: 0, resolved: 0, closed: 0, guided: 0, daysSinceLastMatch: null, daysIdle: 1 },
};

describe('the worked example', () => {
  it.each([
    ['A', 0.7, 0.6, 1, 0.73, []],
    ['B', 0.25, 0, 0.9, 0.305, ['low_success']],
    ['C', null, null, 0.5, 0.1, ['unused']],
    ['D', null, null, 0, 0, []],
  ] as const)('flow %s', (name, success, guided, recent, score, reasons) => {
    const flow = FLOWS[name];
    expect(rate(flow.resolved, flow.usageCount)).toBe(success);
    expect(rate(flow.guided, flow.usageCount)).toBe(guided);
    expect(roundRatio(recency(flow.daysSinceLastMatch), RATE_DECIMALS)).toBe(recent);
    expect(roundRatio(qualityScore(flow), SCORE_DECIMALS)).toBe(score);
    expect(attentionReasons(flow)).toEqual(reasons);
  });
});
