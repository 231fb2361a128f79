import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every table of the product. Tenant tables are keyed `(account_id, …)` and refer to each other by composite
 * foreign keys, so that they can be distributed by `account_id` as they stand.
 */
export class InitialSchema1790000000000 implements MigrationInterface {
  name = 'InitialSchema1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...referenceTables, ...tenantTables, ...indexes, ...functions]) {
      await runner.query(statement);
    }
    for (const [table, key, target] of tenantReferences) {
      await runner.query(
        `alter table ${table} add constraint ${table}_${target}_fk
           foreign key (account_id, ${key}) references ${target} (account_id, id)`,
      );
    }
    for (const table of accountOwned) {
      await runner.query(
        `alter table ${table} add constraint ${table}_account_fk foreign key (account_id) references accounts (id)`,
      );
    }
    await runner.query(
      `alter table sessions add constraint sessions_domains_fk
         foreign key (account_id, domain_key) references domains (account_id, key)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...accountOwned, 'idempotency_keys', 'refresh_tokens', 'users', 'accounts']) {
      await runner.query(`drop table if exists ${table} cascade`);
    }
    await runner.query('drop function if exists local_day_start(date, text)');
    await runner.query('drop function if exists midnight_by_offset_before(date, text)');
  }
}

const referenceTables = [
  `create table accounts (
     id uuid primary key,
     name text not null check (length(name) between 1 and 200),
     time_zone text not null,
     min_sample integer not null default 8 check (min_sample between 1 and 1000),
     unlogged_after_hours integer not null default 24 check (unlogged_after_hours between 0 and 8760),
     created_at timestamptz not null default now(),
     updated_at timestamptz not null default now()
   )`,
  `create table users (
     id uuid primary key,
     account_id uuid references accounts (id),
     email text not null check (email = lower(email) and length(email) <= 254),
     name text not null check (length(name) between 1 and 200),
     role text not null check (role in ('engineer', 'team_admin', 'super_admin')),
     password_hash text,
     is_active boolean not null default true,
     psa_member_id text,
     created_at timestamptz not null default now(),
     updated_at timestamptz not null default now(),
     last_login_at timestamptz,
     constraint users_email_unique unique (email),
     constraint users_account_required check (account_id is not null or role = 'super_admin')
   )`,
  `create table api_keys (
     id uuid primary key,
     account_id uuid not null,
     name text not null check (length(name) between 1 and 200),
     scopes text[] not null,
     key_hash bytea not null,
     key_hint text not null,
     created_by uuid references users (id),
     created_at timestamptz not null default now(),
     last_used_at timestamptz,
     revoked_at timestamptz,
     constraint api_keys_hash_unique unique (key_hash)
   )`,
  `create table refresh_tokens (
     id uuid primary key,
     user_id uuid not null references users (id),
     family_id uuid not null,
     token_hash bytea not null,
     created_at timestamptz not null default now(),
     expires_at timestamptz not null,
     used_at timestamptz,
     revoked_at timestamptz,
     constraint refresh_tokens_hash_unique unique (token_hash)
   )`,
];

// Keys and references of other systems are compared as bytes (collate "C"): never in the order of a language, whose
// rules cost more and change with the operating system, which would corrupt the indexes.
const tenantTables = [
  `create table categories (
     account_id uuid not null,
     id uuid not null,
     name text not null check (length(name) between 1 and 200),
     key text collate "C" not null,
     created_at timestamptz not null,
     updated_at timestamptz not null,
     primary key (account_id, id),
     constraint categories_key_unique unique (account_id, key)
   )`,
  `create table domains (
     account_id uuid not null,
     key text collate "C" not null,
     name text not null,
     created_at timestamptz not null,
     primary key (account_id, key)
   )`,
  `create table flows (
     account_id uuid not null,
     id uuid not null,
     category_id uuid,
     name text not null check (length(name) between 1 and 200),
     tree_type text not null check (tree_type in ('troubleshooting', 'procedural', 'maintenance')),
     description text,
     is_active boolean not null default true,
     version integer not null default 1,
     steps jsonb not null default '[]',
     usage_count integer not null default 0 check (usage_count >= 0),
     resolved_count integer not null default 0 check (resolved_count >= 0),
     success_rate numeric(4, 3) generated always as (
       case when usage_count > 0 then round(resolved_count::numeric / usage_count, 3) end
     ) stored,
     last_matched_at timestamptz,
     created_at timestamptz not null,
     updated_at timestamptz not null,
     primary key (account_id, id)
   )`,
  `create table flow_versions (
     account_id uuid not null,
     flow_id uuid not null,
     version integer not null,
     name text not null,
     category_id uuid,
     tree_type text not null,
     steps jsonb not null,
     created_by uuid,
     created_at timestamptz not null,
     primary key (account_id, flow_id, version)
   )`,
  `create table sessions (
     account_id uuid not null,
     id uuid not null,
     external_ref text collate "C",
     user_id uuid,
     summary text,
     client text,
     problem_domain text,
     domain_key text collate "C",
     confidence_tier text check (confidence_tier in ('guided', 'exploring', 'discovery')),
     status text not null check (status in ('active', 'resolved', 'escalated', 'abandoned')),
     psa_ticket_id text,
     matched_flow_id uuid,
     matched_flow_version integer,
     match_confidence numeric check (match_confidence between 0 and 1),
     matched_at timestamptz,
     resolved_at timestamptz,
     escalated_at timestamptz,
     has_note boolean not null default false,
     has_time_entry boolean not null default false,
     created_at timestamptz not null,
     updated_at timestamptz not null,
     primary key (account_id, id),
     constraint sessions_external_ref_unique unique (account_id, external_ref),
     constraint sessions_domain_whole check ((problem_domain is null) = (domain_key is null)),
     constraint sessions_match_whole check (
       (matched_flow_id is null) = (matched_at is null)
       and (matched_flow_id is null) = (matched_flow_version is null)
       and (matched_flow_id is not null or match_confidence is null)
     ),
     constraint sessions_resolved_whole check ((status = 'resolved') = (resolved_at is not null)),
     constraint sessions_escalated_whole check (status <> 'escalated' or escalated_at is not null),
     constraint sessions_resolved_in_order check (resolved_at >= created_at)
   )`,
  `create table session_events (
     account_id uuid not null,
     session_id uuid not null,
     id uuid not null,
     kind text not null check (
       kind in ('created', 'updated', 'matched', 'resolved', 'escalated', 'abandoned', 'reopened')
     ),
     flow_id uuid,
     flow_version integer,
     actor_id uuid,
     actor_kind text not null check (actor_kind in ('user', 'api_key', 'system')),
     note text,
     at timestamptz not null,
     primary key (account_id, session_id, id)
   )`,
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
     primary key (account_id, id)
   )`,
  `create table psa_connections (
     account_id uuid primary key,
     provider text not null,
     settings jsonb not null,
     secrets bytea not null,
     created_at timestamptz not null,
     updated_at timestamptz not null
   )`,
  `create table psa_pushes (
     account_id uuid not null,
     id uuid not null,
     session_id uuid,
     kind text not null check (kind in ('note', 'time_entry', 'status')),
     payload jsonb not null,
     state text not null check (state in ('pending', 'sent', 'failed', 'unknown')),
     attempts integer not null default 0,
     last_error text,
     next_attempt_at timestamptz,
     created_by uuid,
     created_at timestamptz not null,
     updated_at timestamptz not null,
     primary key (account_id, id)
   )`,
  `create table psa_activity_logs (
     account_id uuid not null,
     id uuid not null,
     session_id uuid,
     user_id uuid,
     activity_type text not null check (activity_type in ('note_posted', 'time_entry_posted', 'status_updated')),
     hours_logged numeric(8, 4) check (hours_logged between 0 and 24),
     psa_ticket_id text,
     psa_entry_id text collate "C",
     created_at timestamptz not null,
     primary key (account_id, id),
     constraint psa_activity_logs_entry_unique unique (account_id, activity_type, psa_entry_id),
     constraint psa_activity_logs_hours_whole check (
       (activity_type = 'time_entry_posted') = (hours_logged is not null)
     )
   )`,
  `create table idempotency_keys (
     account_id uuid not null,
     principal_id uuid not null,
     key text not null,
     request_hash bytea not null,
     status integer,
     response bytea,
     created_at timestamptz not null,
     primary key (account_id, principal_id, key)
   )`,
];

const indexes = [
  'create index users_account on users (account_id)',
  'create index api_keys_account on api_keys (account_id)',
  'create index refresh_tokens_user on refresh_tokens (user_id)',
  'create index refresh_tokens_family on refresh_tokens (family_id)',
  'create index refresh_tokens_expiry on refresh_tokens (expires_at)',
  'create index flows_category on flows (account_id, category_id)',
  `create index sessions_window on sessions (account_id, created_at, id)
     include (domain_key, status, confidence_tier, matched_flow_id, match_confidence, resolved_at, escalated_at,
              psa_ticket_id, has_note, has_time_entry)`,
  `create index sessions_flow on sessions (account_id, matched_flow_id, created_at)
     where matched_flow_id is not null`,
  'create index sessions_domain on sessions (account_id, domain_key, created_at)',
  'create index sessions_user on sessions (account_id, user_id, created_at) where user_id is not null',
  `create index psa_activity_logs_window on psa_activity_logs (account_id, created_at, id)
     include (activity_type, session_id, hours_logged)`,
  `create index psa_activity_logs_session on psa_activity_logs (account_id, session_id, created_at)
     where session_id is not null`,
  'create index psa_pushes_window on psa_pushes (account_id, created_at, id) include (state)',
  'create index psa_pushes_session on psa_pushes (account_id, session_id) where session_id is not null',
  'create index idempotency_keys_age on idempotency_keys (account_id, created_at)',
];

// A day begins at its first instant. PostgreSQL reads a midnight that occurs twice (a clock set back from 01:00 to
// 00:00, as in Havana) as the later one; the earlier is the one that the offset of the day before yields, where the
// zone agrees that it reads so. Written as plain expressions, so that PostgreSQL inlines them.
const functions = [
  `create function midnight_by_offset_before(day date, zone text) returns timestamptz
     language sql immutable parallel safe
     return (
       ((day::timestamp at time zone zone) at time zone 'UTC') - interval '1 day' + (
         day::timestamp
         - (((((day::timestamp at time zone zone) at time zone 'UTC') - interval '1 day') at time zone 'UTC') at time zone zone)
       )
     ) at time zone 'UTC'`,
  `create function local_day_start(day date, zone text) returns timestamptz
     language sql immutable parallel safe
     return case
       when midnight_by_offset_before(day, zone) at time zone zone = day::timestamp
         then midnight_by_offset_before(day, zone)
       else day::timestamp at time zone zone
     end`,
];

const tenantReferences: readonly (readonly [table: string, key: string, target: string])[] = [
  ['flows', 'category_id', 'categories'],
  ['flow_versions', 'flow_id', 'flows'],
  ['sessions', 'matched_flow_id', 'flows'],
  ['session_events', 'session_id', 'sessions'],
  ['psa_pushes', 'session_id', 'sessions'],
  ['psa_activity_logs', 'session_id', 'sessions'],
];

const accountOwned = [
  'psa_activity_logs',
  'psa_pushes',
  'psa_connections',
  'imports',
  'session_events',
  'sessions',
  'flow_versions',
  'flows',
  'domains',
  'categories',
  'api_keys',
];
