import type { ImportTarget, TranslatedImportTarget } from '@flowpilot/metrics';

/** Their word to ours; `*` stands for every word that is not listed. */
export type Translation = Readonly<Record<string, string>>;

export interface FlowRule {
  /** Of each category only the flows that most rows name are made; null makes all. */
  mostFrequent: number | null;
  /** Column and value that a row must have for its session to be matched to its flow; null matches all. */
  matchedWhen: { column: string; value: string } | null;
}

/** How the rows of a file become sessions. The same for the command line and the screen. */
export interface ImportMapping {
  /** The columns of each target in order of preference: the first one that holds a value is taken. */
  columns: Readonly<Partial<Record<ImportTarget, readonly string[]>>>;
  translations: Readonly<Partial<Record<TranslatedImportTarget, Translation>>>;
  flows: FlowRule;
  /** Words that mean "no value", beside the empty cell. */
  missing: readonly string[];
  /** Luxon tokens, as `dd-MM-yyyy HH:mm`; null is ISO 8601. */
  dateFormat: string | null;
  delimiter: string;
}
