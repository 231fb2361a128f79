/** A name as shown: trimmed, inner white space collapsed. */
export function collapseWhiteSpace(name: string): string {
  return name.trim().replace(/\s+/gu, ' ');
}

/**
 * The key under which problem domains and categories are compared: trimmed, inner white space collapsed,
 * Unicode-normalised (NFKC) and case-folded. Empty when the name is blank. The key of a key is itself.
 */
export function domainKey(name: string): string {
  return collapseWhiteSpace(foldCase(name.normalize('NFKC')).normalize('NFKC'));
}

/**
 * Unicode's full case folding, which JavaScript lacks, out of its case mappings: lower case maps ẞ to ß, upper case
 * expands it to SS, lower case again makes ss. The dotless ı, whose upper case is a plain I, folds to itself; the
 * final ς folds to σ.
 */
function foldCase(text: string): string {
  return text
    .split('ı')
    .map((part) => part.toLowerCase().toUpperCase().toLowerCase())
    .join('ı')
    .replaceAll('ς', 'σ');
}
