import type { ConfidenceTier, SessionStatus } from '@flowpilot/metrics';

const STATUSES: readonly (readonly [RegExp, SessionStatus])[] = [
  [/not resolved|unresolved|re-?opened/i, 'active'],
  [/escalat|second line|2nd line|tier ?[23]|level ?[23]/i, 'escalated'],
  [/cancel|abandon|withdrawn|duplicate|no response/i, 'abandoned'],
  [/resol|clos|solv|done|complet|fixed/i, 'resolved'],
  [/open|new|progress|active|pending|assigned|wait|hold|scheduled/i, 'active'],
];

const TIERS: readonly (readonly [RegExp, ConfidenceTier])[] = [
  [/^(true|yes|y|1)$|guid|high/i, 'guided'],
  [/^(false|no|n|0)$|explor|medium/i, 'exploring'],
  [/discover|low|none/i, 'discovery'],
];

/** What the words of a status column are likely to mean; those that say nothing are left out. */
export function suggestedStatuses(words: readonly string[]): Record<string, string> {
  return suggested(words, STATUSES);
}

export function suggestedTiers(words: readonly string[]): Record<string, string> {
  return suggested(words, TIERS);
}

function suggested(words: readonly string[], meanings: readonly (readonly [RegExp, string])[]): Record<string, string> {
  const found = words.flatMap((word) => {
    const meaning = meanings.find(([pattern]) => pattern.test(word))?.[1];
    return meaning === undefined || meaning === word.toLowerCase() ? [] : [[word, meaning] as const];
  });
  return Object.fromEntries(found);
}
