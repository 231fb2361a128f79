import { MAX_FLOW_STEPS, MAX_STEP_OPTIONS } from '@flowpilot/metrics';

import { Problem } from './problem.js';

/** Deeper input than any that the product takes; walking and validating it would exhaust the stack. */
const MAX_DEPTH = 100;

/** What the largest flow holds, and half as much again: validating each value of more would keep all others waiting. */
const MAX_VALUES = MAX_FLOW_STEPS * (MAX_STEP_OPTIONS * 3 + 10) * 1.5;

/**
 * Refuses JSON of so many values, or nested so deeply, that no request needs it.
 *
 * @throws Problem `validation_failed`
 */
export function refuseExcessiveJson(body: unknown): void {
  let values = 0;
  const walk = (value: unknown, depth: number): void => {
    values += 1;
    if (values > MAX_VALUES) throw Problem.invalid('', `must not hold more than ${MAX_VALUES} values`);
    if (typeof value !== 'object' || value === null) return;
    if (depth >= MAX_DEPTH) throw Problem.invalid('', `must not be nested deeper than ${MAX_DEPTH} levels`);
    for (const inner of Object.values(value)) walk(inner, depth + 1);
  };
  walk(body, 0);
}
