import { CONFIDENCE_TIERS, IMPORT_TARGETS, REQUIRED_IMPORT_TARGETS, SESSION_STATUSES } from '@flowpilot/metrics';

import type { ImportMapping, Translation } from './import-mapping.js';
import { JsonPart } from './json-part.js';

const TRANSLATED = { status: SESSION_STATUSES, confidence_tier: CONFIDENCE_TIERS };
export const DELIMITERS = [',', ';', '\t', '|'];

/**
 * Reads a mapping as a person wrote it down (docs/import.md).
 *
 * @throws MappingError with a JSON pointer to the part that is wrong.
 */
export function readMapping(document: unknown): ImportMapping {
  const root = new JsonPart(document, '');
  root.object(['columns', 'values', 'flows', 'missing', 'date_format', 'delimiter']);
  return {
    columns: readColumns(root.part('columns')),
    translations: readTranslations(root.part('values')),
    flows: readFlows(root.part('flows')),
    missing: root.part('missing').optional((part) => part.texts()) ?? [],
    dateFormat: root.part('date_format').optional((part) => part.text()) ?? null,
    delimiter: root.part('delimiter').optional((part) => part.oneOf(DELIMITERS)) ?? ',',
  };
}

function readColumns(part: JsonPart): ImportMapping['columns'] {
  const columns = part.object(IMPORT_TARGETS);
  const absent = REQUIRED_IMPORT_TARGETS.find((target) => columns[target] === undefined);
  if (absent !== undefined) part.part(absent).fail('is required: name the column of the file');
  return Object.fromEntries(Object.keys(columns).map((target) => [target, part.part(target).textOrTexts()]));
}

function readTranslations(part: JsonPart): ImportMapping['translations'] {
  return part.optional(() => {
    part.object(Object.keys(TRANSLATED));
    return {
      status: part.part('status').optional((words) => readTranslation(words, TRANSLATED.status)),
      confidence_tier: part.part('confidence_tier').optional((words) => readTranslation(words, TRANSLATED.confidence_tier)),
    };
  }) ?? {};
}

function readTranslation(part: JsonPart, ours: readonly string[]): Translation {
  return Object.fromEntries(Object.keys(part.object()).map((theirs) => [theirs, part.part(theirs).oneOf(ours)]));
}

function readFlows(part: JsonPart): ImportMapping['flows'] {
  return part.optional(() => {
    part.object(['most_frequent', 'matched_when']);
    return {
      mostFrequent: part.part('most_frequent').optional((count) => count.wholeNumber(1, 10_000)) ?? null,
      matchedWhen: part.part('matched_when').optional(readCondition) ?? null,
    };
  }) ?? { mostFrequent: null, matchedWhen: null };
}

function readCondition(part: JsonPart): { column: string; value: string } {
  part.object(['column', 'value']);
  return { column: part.part('column').text(), value: part.part('value').text() };
}
