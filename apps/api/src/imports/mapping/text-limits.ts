import { isDomainName, MAX_NAME_LENGTH, MAX_REFERENCE_LENGTH, MAX_SUMMARY_LENGTH } from '@flowpilot/contracts';
import { collapseWhiteSpace, type ImportTarget } from '@flowpilot/metrics';

const LIMITS: Partial<Record<ImportTarget, number>> = {
  external_ref: MAX_REFERENCE_LENGTH,
  psa_ticket_id: MAX_REFERENCE_LENGTH,
  client: MAX_NAME_LENGTH,
  summary: MAX_SUMMARY_LENGTH,
};

/** Whether the server takes a text for what the target names: as a field of a session, or as a flow's name. */
export function isTakenText(target: ImportTarget, text: string): boolean {
  if (target === 'flow') return collapseWhiteSpace(text).length <= MAX_NAME_LENGTH;
  if (target === 'problem_domain') return isDomainName(text);
  return text.length <= (LIMITS[target] ?? Infinity);
}

/** Characters (UTF-16 units) that the target holds. */
export function longestText(target: ImportTarget): number {
  return LIMITS[target] ?? MAX_NAME_LENGTH;
}
