// The plain way, as a first design would write it: a copy of the tables with the indexes that come to mind, figures by
// `group by` over the rows, a query for each flow. It counts most of what the answers show: no percentiles, no distinct
// sessions of a window, no flows of a category.

const TABLES = ['categories', 'flows', 'sessions', 'psa_activity_logs'];

export const firstDesignCopy: readonly string[] = [
  'create schema first_design',
  ...TABLES.map((table) => `create table first_design.${table} as select * from public.${table}`),
  ...TABLES.map((table) => `alter table first_design.${table} add primary key (id)`),
  'create index on first_design.sessions (account_id)',
  'create index on first_design.sessions (account_id, created_at)',
  'create index on first_design.sessions (matched_flow_id)',
  'create index on first_design.psa_activity_logs (account_id)',
  'create index on first_design.psa_activity_logs (account_id, created_at)',
  'create index on first_design.flows (account_id)',
  'vacuum analyze first_design.categories, first_design.flows, first_design.sessions, first_design.psa_activity_logs',
];

const WINDOW = 's.account_id = $1 and s.created_at >= $2 and s.created_at < $3';
const COUNTS = `
  count(*) as sessions,
  count(*) filter (where s.status = 'resolved') as resolved,
  count(*) filter (where s.status = 'escalated') as escalated,
  count(*) filter (where s.status = 'abandoned') as abandoned,
  count(*) filter (where s.confidence_tier = 'guided') as guided,
  count(*) filter (where s.confidence_tier = 'exploring') as exploring,
  count(*) filter (where s.matched_flow_id is not null) as matched,
  avg(extract(epoch from s.resolved_at - s.created_at)) as resolution_seconds`;

const FIRST_DESIGN = {
  byDomain: `select s.problem_domain, ${COUNTS} from first_design.sessions s where ${WINDOW} group by s.problem_domain`,
  byDay: `select s.created_at::date as day, ${COUNTS} from first_design.sessions s where ${WINDOW} group by day order by day`,
  flows: 'select f.id, f.name from first_design.flows f where f.account_id = $1 and f.is_active',
  /** Asked once for each flow. */
  flow: `select ${COUNTS}, avg(s.match_confidence) as confidence
         from first_design.sessions s where s.matched_flow_id = $4 and ${WINDOW}`,
  entriesByDay: `
    select s.created_at::date as day, count(*) filter (where s.activity_type = 'time_entry_posted') as entries,
           sum(s.hours_logged) as hours, count(distinct s.session_id) as sessions
    from first_design.psa_activity_logs s where ${WINDOW} group by day order by day`,
  funnel: `
    select count(*) as sessions, count(*) filter (where s.psa_ticket_id is not null) as linked,
           count(*) filter (where s.psa_ticket_id is not null and s.has_note) as documented,
           count(*) filter (where s.psa_ticket_id is not null and s.has_note and s.has_time_entry) as logged,
           count(*) filter (where s.psa_ticket_id is not null and not s.has_time_entry
                              and coalesce(s.resolved_at, s.escalated_at) < now() - interval '1 day') as unlogged
    from first_design.sessions s where ${WINDOW}`,
} as const;

type Query = (sql: string, values: unknown[]) => Promise<unknown[]>;

/** Each endpoint, of a window and of the one before it: parameters are the account, from and to. */
export const FIRST_DESIGN_ANSWERS: Readonly<Record<string, (query: Query, window: unknown[], before: unknown[]) => Promise<unknown[]>>> = {
  coverage: (query, window) => query(FIRST_DESIGN.byDomain, window),
  'flow-quality': flows,
  overview: async (query, window, before) => [
    await query(FIRST_DESIGN.byDay, window),
    await query(FIRST_DESIGN.byDay, before),
    await query(FIRST_DESIGN.entriesByDay, window),
    await query(FIRST_DESIGN.entriesByDay, before),
    await query(FIRST_DESIGN.byDomain, window),
    await flows(query, window),
  ],
  'psa-metrics': async (query, window, before) => [
    await query(FIRST_DESIGN.entriesByDay, window),
    await query(FIRST_DESIGN.entriesByDay, before),
    await query(FIRST_DESIGN.funnel, window),
  ],
};

async function flows(query: Query, window: unknown[]): Promise<unknown[]> {
  const found = (await query(FIRST_DESIGN.flows, window.slice(0, 1))) as { id: string }[];
  const rows: unknown[] = [];
  for (const { id } of found) rows.push(...(await query(FIRST_DESIGN.flow, [...window, id])));
  return rows;
}
