import type { Rating } from './vocabulary.js';

/** Resolution, success and quality score, unrounded, 0 to 1: good (0.75, 1], fair [0.5, 0.75], poor [0, 0.5). */
export function resolutionRating(value: number): Rating {
  if (value > 0.75) return 'good';
  return value >= 0.5 ? 'fair' : 'poor';
}

/** Escalation rate, unrounded, 0 to 1: good [0, 0.10), fair [0.10, 0.25], poor (0.25, 1]. */
export function escalationRating(value: number): Rating {
  if (value < 0.1) return 'good';
  return value <= 0.25 ? 'fair' : 'poor';
}

/** Guided rate, unrounded, 0 to 1: good (0.6, 1], fair [0.3, 0.6], poor [0, 0.3). */
export function guidedRating(value: number): Rating {
  if (value > 0.6) return 'good';
  return value >= 0.3 ? 'fair' : 'poor';
}

/** Active flows of a domain: good from 5, fair 1 to 4, poor 0. */
export function flowCountRating(flowCount: number): Rating {
  if (flowCount >= 5) return 'good';
  return flowCount >= 1 ? 'fair' : 'poor';
}
