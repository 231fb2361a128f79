import type { PsaMetricsDto } from '@flowpilot/contracts';

/** A month of an account that logs its work, unless told otherwise. */
export function psaMetrics(told: Partial<PsaMetricsDto> = {}): PsaMetricsDto {
  return {
    total_time_entries: 778,
    total_hours_logged: 641.25,
    avg_hours_per_session: 0.93,
    push_funnel: { total_sessions: 1_284, linked_to_ticket: 1_054, doc_pushed: 820, time_entry_logged: 677 },
    daily_trend: [
      { date: '2026-11-23', entries: 28, hours: 21 },
      { date: '2026-11-24', entries: 37, hours: 29.5 },
    ],
    unattributed_entries: 9,
    skipped_a_step: 9,
    failed_pushes: 4,
    pending_pushes: 2,
    unlogged_sessions: 143,
    unlogged_hours_estimate: 133.67,
    previous: { total_time_entries: 713, total_hours_logged: 603.25, avg_hours_per_session: 0.95 },
    window: {
      period: '30d',
      from: '2026-10-26T00:00:00Z',
      to: '2026-11-24T16:42:00Z',
      time_zone: 'Europe/London',
      previous: { from: '2026-09-25T23:00:00Z', to: '2026-10-25T15:42:00Z' },
    },
    ...told,
  };
}
