/** A title in at most two lines of about so many letters; what does not fit ends in an ellipsis. */
export function wrappedTitle(title: string, letters: number): string[] {
  const words = title.trim().split(/\s+/u).filter((word) => word !== '');
  const first = fitted(words, letters);
  const rest = words.slice(first.length).join(' ');
  if (first.length === 0) return title.trim() === '' ? [] : [shortened(title.trim(), letters)];
  return rest === '' ? [first.join(' ')] : [first.join(' '), shortened(rest, letters)];
}

/** The text, cut to so many letters. */
export function shortened(text: string, letters: number): string {
  const characters = Array.from(text);
  return characters.length > letters ? `${characters.slice(0, letters - 1).join('').trimEnd()}…` : text;
}

/** As many words as fit in a line. */
function fitted(words: readonly string[], letters: number): string[] {
  const line: string[] = [];
  for (const word of words) {
    if (Array.from([...line, word].join(' ')).length > letters) break;
    line.push(word);
  }
  return line;
}
