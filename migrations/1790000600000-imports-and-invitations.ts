import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an upload to import takes: its file in chunks, how far it got, what it refused; and the links by which people
 * who are invited set their password. The table of imports of the first schema was never written to: it is made anew.
 */
export class ImportsAndInvitations1790000600000 implements MigrationInterface {
  name = 'ImportsAndInvitations1790000600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

const up = [
  `create table invitations (
     user_id uuid primary key references users (id),
     token_hash bytea not null,
     created_at timestamptz not null,
     expires_at timestamptz not null,
     constraint invitations_hash_unique unique (token_hash)
   )`,
  'drop table imports',
  `create table imports (
     account_id uuid not null,
     id uuid not null,
     created_by uuid not null,
     format text not null check (format in ('servicenow', 'csv')),
     file_name text not null,
     file_bytes integer not null default 0,
     content_hash text,
     encoding text not null,
     mapping jsonb,
     dry_run boolean not null,
     shift_to_today boolean not null,
     shift_days integer,
     state text not null check (
       state in ('receiving', 'pending', 'running', 'checked', 'finished', 'failed', 'cancelled')
     ),
     phase text check (phase in ('reading', 'flows', 'sessions')),
     phase_began_at timestamptz,
     row_count integer not null default 0,
     total integer,
     done integer not null default 0,
     accepted integer not null default 0,
     updated integer not null default 0,
     unchanged integer not null default 0,
     rejected integer not null default 0,
     made_categories integer not null default 0,
     made_flows integer not null default 0,
     first_session_at timestamptz,
     last_session_at timestamptz,
     error text,
     claim integer not null default 0,
     lease_until timestamptz,
     created_at timestamptz not null,
     started_at timestamptz,
     finished_at timestamptz,
     primary key (account_id, id),
     constraint imports_account_fk foreign key (account_id) references accounts (id)
   )`,
  `create table import_chunks (
     account_id uuid not null,
     import_id uuid not null,
     position integer not null,
     bytes bytea not null,
     primary key (account_id, import_id, position),
     constraint import_chunks_account_fk foreign key (account_id) references accounts (id),
     constraint import_chunks_imports_fk foreign key (account_id, import_id)
       references imports (account_id, id)
   )`,
  `create table import_rejections (
     account_id uuid not null,
     import_id uuid not null,
     position integer not null,
     line integer not null,
     reference text,
     code text not null,
     reason text not null,
     primary key (account_id, import_id, position),
     constraint import_rejections_account_fk foreign key (account_id) references accounts (id),
     constraint import_rejections_imports_fk foreign key (account_id, import_id)
       references imports (account_id, id)
   )`,
  // Of one account, one import is received or at work at a time.
  `create unique index imports_open on imports (account_id) where state in ('receiving', 'pending', 'running')`,
  // What is uploaded is packed already, or read once and thrown away.
  'alter table import_chunks alter column bytes set storage external',
];

const down = [
  'drop table import_rejections',
  'drop table import_chunks',
  'drop table imports',
  `create table imports (
     account_id uuid not null,
     id uuid not null,
     created_by uuid,
     format text not null,
     file_name text not null,
     mapping jsonb not null,
     state text not null check (state in ('pending', 'running', 'finished', 'failed')),
     counts jsonb not null default '{}',
     error text,
     created_at timestamptz not null,
     finished_at timestamptz,
     primary key (account_id, id),
     constraint imports_account_fk foreign key (account_id) references accounts (id)
   )`,
  'drop table invitations',
];
