import type { QueryRunner } from 'typeorm';

export interface ReplicaState {
  is_replica: boolean;
  /** Milliseconds since 1970, UTC, by the clock of the primary; null while nothing was replayed since its start. */
  as_of_ms: number | null;
}

/** Whether this server follows another, and up to when it shows all that was committed there. */
export async function replicaState(runner: QueryRunner): Promise<ReplicaState> {
  const result = await runner.query(REPLICA_STATE, [], true);
  const [state] = result.records as ReplicaState[];
  if (!state) throw new Error('the state of a server is always one row');
  return state;
}

// What was acknowledged before the last replayed transaction was stamped lies before it in the log. Without writes this is
// older than need be, by a minute at most: so often the jobs write.
const REPLICA_STATE = `
  select pg_is_in_recovery() as is_replica,
         (extract(epoch from pg_last_xact_replay_timestamp()) * 1000)::float8 as as_of_ms`;
