import type { ImportTarget, TranslatedImportTarget } from '@flowpilot/metrics';

/** How the screen calls what a column becomes. */
export const TARGET_NAMES: Readonly<Record<ImportTarget, string>> = {
  external_ref: 'Reference',
  created_at: 'Created',
  ended_at: 'Ended',
  resolved_at: 'Resolved at',
  escalated_at: 'Escalated at',
  matched_at: 'Matched at',
  status: 'Status',
  problem_domain: 'Problem domain',
  confidence_tier: 'Confidence tier',
  flow: 'Matched flow',
  match_confidence: 'Match confidence',
  psa_ticket_id: 'PSA ticket',
  client: 'Client',
  summary: 'Summary',
};

export function isTranslated(target: ImportTarget | undefined): target is TranslatedImportTarget {
  return target === 'status' || target === 'confidence_tier';
}

/** What the built-in mapping makes of the columns of a ServiceNow incident log. */
export const SERVICENOW_COLUMNS: readonly { column: string; becomes: string }[] = [
  { column: 'number', becomes: 'Reference and PSA ticket; the last row of a number counts' },
  { column: 'opened_at', becomes: 'Created' },
  { column: 'resolved_at', becomes: 'Ended' },
  { column: 'closed_at', becomes: 'Ended, where resolved_at is missing' },
  { column: 'reassignment_count', becomes: 'Status: more than 0 is escalated' },
  { column: 'category', becomes: 'Problem domain' },
  { column: 'subcategory', becomes: 'Flow: the three most frequent of each category' },
  { column: 'knowledge', becomes: 'Confidence tier: TRUE is guided, and matched to the flow' },
];
