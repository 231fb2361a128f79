import type { FlowDto } from '@flowpilot/contracts';

/** A flow, for specs. */
export const FLOW: FlowDto = {
  id: 'flow-1',
  name: 'Backup job failed',
  tree_type: 'troubleshooting',
  category_id: 'category-1',
  category: 'Backup',
  description: null,
  is_active: true,
  version: 3,
  usage_count: 128,
  resolved_count: 61,
  success_rate: 0.477,
  last_matched_at: '2026-11-24T10:04:00Z',
  created_at: '2026-03-02T09:00:00Z',
  updated_at: '2026-10-01T12:00:00Z',
};
