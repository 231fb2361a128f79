/** What a run did, as counts. It is shown to admins as it stands. */
export type JobResult = Record<string, number>;

/** Work that recurs. Every run works for one account, so that each account sees its own outcome and no other's. */
export interface JobDefinition {
  name: string;
  /** When the accounts get a run, as a cron expression in UTC. */
  cron: string;
  /** How long an ended run is kept; two weeks if it does not say. */
  keptSeconds?: number;
  /** How many runs this process works on at once, each of another account; one if it does not say. */
  atOnce?: number;
  /** The accounts that get a run when the schedule comes up; all of them if it does not say. */
  dueAccounts?(): Promise<string[]>;
  /** One account's share. It may be run again after a crash half-way. */
  run(accountId: string): Promise<JobResult>;
  /** What belongs to no account, once for each time that the schedule comes up. */
  runShared?(): Promise<JobResult>;
}

/** Injection token of all definitions. */
export const JOB_DEFINITIONS = Symbol('job definitions');
