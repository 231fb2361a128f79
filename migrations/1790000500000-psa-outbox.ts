import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What delivering pushes exactly once takes, and what reconciling them with the PSA finds.
 *
 * A push is claimed with a lease and a fencing number; `maybe_sent_at` is set while the PSA may hold an entry that
 * the product does not know of. Pushes of one session form a stream, in which only the first open one may be sent.
 */
export class PsaOutbox1790000500000 implements MigrationInterface {
  name = 'PsaOutbox1790000500000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

const up = [
  `alter table psa_connections
     add column cursor text,
     add column reconciled_at timestamptz,
     add column paused_until timestamptz`,
  `alter table psa_pushes
     add column stream_id uuid,
     add column position integer not null default 0,
     add column psa_ticket_id text,
     add column user_id uuid,
     add column attempt_limit integer not null default 15,
     add column last_error_kind text,
     add column claim integer not null default 0,
     add column lease_until timestamptz,
     add column maybe_sent_at timestamptz,
     add column sent_at timestamptz,
     add column psa_entry_id text,
     add column activity_id uuid,
     add column dismissed_at timestamptz,
     add column dismissed_by uuid,
     add column dismiss_reason text,
     drop constraint psa_pushes_state_check,
     add constraint psa_pushes_state_check check (state in ('pending', 'sent', 'failed', 'unknown', 'dismissed')),
     add constraint psa_pushes_dismissed_whole check ((state = 'dismissed') = (dismiss_reason is not null)),
     add constraint psa_pushes_stream_unique unique (account_id, stream_id, position)`,
  `create index psa_pushes_due on psa_pushes (account_id, next_attempt_at)
     where state in ('pending', 'unknown')`,
  `create index psa_pushes_open on psa_pushes (account_id, stream_id, position)
     where state in ('pending', 'unknown', 'failed')`,
  'create index psa_pushes_entry on psa_pushes (account_id, psa_entry_id) where psa_entry_id is not null',
  'create index psa_pushes_activity on psa_pushes (account_id, activity_id) where activity_id is not null',
  `create table psa_entry_drifts (
     account_id uuid not null,
     activity_id uuid not null,
     state text not null check (state in ('changed', 'deleted')),
     present_hours numeric(8, 4) not null check (present_hours >= 0),
     noticed_at timestamptz not null,
     primary key (account_id, activity_id),
     constraint psa_entry_drifts_account_fk foreign key (account_id) references accounts (id),
     constraint psa_entry_drifts_psa_activity_logs_fk foreign key (account_id, activity_id)
       references psa_activity_logs (account_id, id)
   )`,
];

const down = [
  'drop table psa_entry_drifts',
  'drop index psa_pushes_activity, psa_pushes_entry, psa_pushes_open, psa_pushes_due',
  `delete from psa_pushes where state = 'dismissed'`,
  `alter table psa_pushes
     drop constraint psa_pushes_stream_unique,
     drop constraint psa_pushes_dismissed_whole,
     drop constraint psa_pushes_state_check,
     add constraint psa_pushes_state_check check (state in ('pending', 'sent', 'failed', 'unknown')),
     drop column stream_id,
     drop column position,
     drop column psa_ticket_id,
     drop column user_id,
     drop column attempt_limit,
     drop column last_error_kind,
     drop column claim,
     drop column lease_until,
     drop column maybe_sent_at,
     drop column sent_at,
     drop column psa_entry_id,
     drop column activity_id,
     drop column dismissed_at,
     drop column dismissed_by,
     drop column dismiss_reason`,
  `alter table psa_connections
     drop column cursor,
     drop column reconciled_at,
     drop column paused_until`,
];
