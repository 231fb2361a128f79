/** What pg-boss carries to the worker. */
export interface JobData {
  /** Null for the run that the schedule starts: it gives every account one of its own. */
  account_id: string | null;
  trigger: 'schedule' | 'demand';
}
