/** A name as shown: trimmed, inner white space collapsed. */
export function collapseWhiteSpace(name: string): string {
  return name.trim().replace(/\s+/gu, ' ');
}

/**
 * The key under which problem domains and categories are compared: trimmed, inner white space collapsed,
 * Unicode-normalised (NFKC) and case-folded. Empty when the name is blank.
 */
export function domainKey(name: string): string {
  // Upper then lower case folds what lower case alone leaves apart (ß and SS, the two small sigmas).
  return collapseWhiteSpace(name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC'));
}
