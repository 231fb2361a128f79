import type { TreeType } from '@flowpilot/metrics';

export const TYPE_NAMES: Readonly<Record<TreeType, string>> = {
  troubleshooting: 'Troubleshooting',
  procedural: 'Procedural',
  maintenance: 'Maintenance',
};
