/**
 * Sorts the values of every `enum` below a value, in place. The compiler lists the members of a union in the order in
 * which it happened to meet them, so that two builds of the same code would describe the same contract differently.
 */
export function sortEnums(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (name === 'enum' && isStrings(member)) member.sort();
    else sortEnums(member);
  }
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((member) => typeof member === 'string');
}
