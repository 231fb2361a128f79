import type { ImportDto, ImportPreviewDto } from '@flowpilot/contracts';

/** A finished import, for specs. */
export const IMPORT: ImportDto = {
  id: 'import-1',
  format: 'csv',
  file_name: 'tickets.csv',
  file_bytes: 412_345,
  encoding: 'utf-8',
  mapping: { columns: { external_ref: 'Ticket', created_at: 'Opened' } },
  dry_run: false,
  shift_to_today: false,
  shift_days: 0,
  state: 'finished',
  phase: null,
  phase_ms: null,
  rows: 64,
  total: 64,
  done: 64,
  accepted: 59,
  updated: 0,
  unchanged: 0,
  rejected: 5,
  made_categories: 1,
  made_flows: 2,
  reasons: [{ code: 'unknown_value', reason: 'unknown status "Parked" in State', count: 2 }],
  first_session_at: '2026-11-01T23:30:00Z',
  last_session_at: '2026-11-21T09:00:00Z',
  error: null,
  created_by: { id: 'user-1', name: 'Amelia Marsh' },
  created_at: '2026-11-24T10:04:00Z',
  started_at: '2026-11-24T10:04:00Z',
  finished_at: '2026-11-24T10:04:09Z',
};

/** What the beginning of that file shows, for specs. */
export const PREVIEW: ImportPreviewDto = {
  encoding: 'utf-8',
  delimiter: ';',
  columns: [
    { name: 'Ticket', samples: ['T-1', 'T-2'] },
    { name: 'Opened', samples: ['23/11/2026 09:14'] },
    { name: 'Resolved', samples: ['23/11/2026 09:52'] },
    { name: 'Closed', samples: ['24/11/2026 08:00'] },
    { name: 'State', samples: ['Closed - solved', 'Parked', 'Active', 'n/a'] },
    { name: 'Group', samples: [] },
  ],
  format: 'csv',
  mapping: {
    columns: { external_ref: 'Ticket', psa_ticket_id: 'Ticket', created_at: 'Opened', ended_at: ['Resolved', 'Closed'], status: 'State' },
    values: { status: { 'Closed - solved': 'resolved' }, confidence_tier: {} },
    missing: ['n/a'],
    date_format: 'dd/MM/yyyy HH:mm',
    delimiter: ';',
  },
  time_zone: 'Europe/London',
  rows: [],
};
