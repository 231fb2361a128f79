import type { TierSplitDto } from '@flowpilot/contracts';
import { type FigureWindow, tierFigures } from '@flowpilot/metrics';

import { percent } from '../../ui/format.js';
import { type RowsAddress, rowsAddress } from '../../ui/rows/rows-address.js';

/** A confidence tier's part of the window's sessions. */
export interface TierShare {
  readonly name: keyof TierSplitDto;
  readonly label: string;
  readonly colour: string;
  readonly sessions: number;
  readonly share: string;
  readonly rows: RowsAddress;
}

const TIERS: readonly { name: keyof TierSplitDto; label: string; colour: string }[] = [
  { name: 'guided', label: 'Guided', colour: 'var(--tier-1)' },
  { name: 'exploring', label: 'Exploring', colour: 'var(--tier-2)' },
  { name: 'discovery', label: 'Discovery', colour: 'var(--tier-3)' },
  { name: 'none', label: 'No tier', colour: 'var(--tier-4)' },
];

export function sessionsOfTiers(tiers: TierSplitDto): number {
  return TIERS.reduce((sum, { name }) => sum + tiers[name], 0);
}

export function tierShares(tiers: TierSplitDto, window: FigureWindow): TierShare[] {
  const all = sessionsOfTiers(tiers);
  const figures = tierFigures(window);
  return TIERS.map((tier) => {
    const sessions = tiers[tier.name];
    return { ...tier, sessions, share: percent(all === 0 ? null : sessions / all), rows: rowsAddress(figures[tier.name].rows) };
  });
}
