import type { Role } from '@flowpilot/metrics';

export const ROLE_NAMES: Record<Role, string> = {
  engineer: 'Engineer',
  team_admin: 'Team admin',
  super_admin: 'Super admin',
};

/** The first letters of the first and the last word: `Amelia Jane Marsh` → `AM` */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => Array.from(word ?? '')[0] ?? '').join('').toUpperCase();
}
