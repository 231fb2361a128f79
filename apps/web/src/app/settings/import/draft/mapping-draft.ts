import type { ImportMappingDto, ImportPreviewDto } from '@flowpilot/contracts';
import {
  CONFIDENCE_TIERS,
  IMPORT_TARGETS,
  type ImportFormat,
  type ImportTarget,
  REQUIRED_IMPORT_TARGETS,
  SESSION_STATUSES,
  type TranslatedImportTarget,
} from '@flowpilot/metrics';

/** Their words to ours, by target; `*` is any other word. */
export type DraftWords = Readonly<Record<TranslatedImportTarget, Readonly<Record<string, string>>>>;

/** A mapping as a person makes it: what each column of the file becomes. */
export interface MappingDraft {
  readonly format: ImportFormat;
  /** Targets by column; columns that are left out are not imported. */
  readonly targets: Readonly<Record<string, ImportTarget>>;
  /** The reference is the ticket of the PSA too. */
  readonly referenceIsTicket: boolean;
  readonly words: DraftWords;
  readonly missing: readonly string[];
  /** Luxon tokens; empty is ISO 8601. */
  readonly dateFormat: string;
  readonly delimiter: string;
  readonly encoding: string;
  readonly shiftToToday: boolean;
}

/** What our words are, by target. */
export const OUR_WORDS: Readonly<Record<TranslatedImportTarget, readonly string[]>> = {
  status: SESSION_STATUSES,
  confidence_tier: CONFIDENCE_TIERS,
};
/** Stands for every word that is not listed. */
export const ANY_OTHER = '*';

/** The draft that a preview suggests. */
export function suggestedDraft({ format, mapping, delimiter, encoding }: ImportPreviewDto): MappingDraft {
  const columns = mapping?.columns ?? {};
  const targets = Object.entries(columns).flatMap(([target, names]) =>
    isTarget(target) ? [names].flat().map((name): [string, ImportTarget] => [name, target]) : [],
  );
  const reference = columns.external_ref;
  const referenceIsTicket = reference !== undefined && columns.psa_ticket_id === reference;
  return {
    format,
    targets: Object.fromEntries(targets.filter(([, target]) => !(referenceIsTicket && target === 'psa_ticket_id'))),
    referenceIsTicket,
    words: { status: mapping?.values?.status ?? {}, confidence_tier: mapping?.values?.confidence_tier ?? {} },
    missing: mapping?.missing ?? [],
    dateFormat: mapping?.date_format ?? '',
    delimiter: mapping?.delimiter ?? delimiter,
    encoding,
    shiftToToday: false,
  };
}

/** The mapping as the server takes it; null for a format whose mapping is built in. `heading` orders the columns. */
export function mappingOf(draft: MappingDraft, heading: readonly string[]): ImportMappingDto | null {
  if (draft.format !== 'csv') return null;
  const columns: Record<string, string | string[]> = {};
  for (const target of IMPORT_TARGETS) {
    const [first, ...others] = heading.filter((column) => draft.targets[column] === target);
    if (first !== undefined) columns[target] = others.length === 0 ? first : [first, ...others];
  }
  const reference = columns.external_ref;
  if (draft.referenceIsTicket && reference !== undefined && columns.psa_ticket_id === undefined) columns.psa_ticket_id = reference;
  return {
    columns,
    values: { status: draft.words.status, confidence_tier: draft.words.confidence_tier },
    missing: [...draft.missing],
    ...(draft.dateFormat !== '' && { date_format: draft.dateFormat }),
    delimiter: draft.delimiter,
  };
}

/** Required targets that no column becomes. */
export function absentTargets(draft: MappingDraft): ImportTarget[] {
  if (draft.format !== 'csv') return [];
  const mapped = new Set(Object.values(draft.targets));
  return REQUIRED_IMPORT_TARGETS.filter((target) => !mapped.has(target));
}

/** What one of their words becomes; empty when it leads nowhere, and its rows are rejected. */
export function meaningOf(words: DraftWords, target: TranslatedImportTarget, word: string): string {
  const own = words[target][word];
  if (own !== undefined) return own;
  const ours = OUR_WORDS[target].find((known) => known === word.toLowerCase());
  return ours ?? words[target][ANY_OTHER] ?? '';
}

/** The same words with another meaning for one of them; an empty one takes it away. */
export function withMeaning(words: DraftWords, target: TranslatedImportTarget, word: string, meaning: string): DraftWords {
  const others = Object.entries(words[target]).filter(([known]) => known !== word);
  return { ...words, [target]: Object.fromEntries(meaning === '' ? others : [...others, [word, meaning]]) };
}

function isTarget(word: string): word is ImportTarget {
  return IMPORT_TARGETS.some((target) => target === word);
}
