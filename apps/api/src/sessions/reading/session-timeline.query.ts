import type { SessionMomentDto } from '@flowpilot/contracts';

import type { Database } from '../../database/database.js';

export interface SessionMomentRow extends Omit<SessionMomentDto, 'at'> {
  at: Date;
}

/** The last `limit` moments of a session, latest first. Ids grow with time, so equal instants stand as they came. */
export function selectMoments(
  database: Database,
  accountId: string,
  sessionId: string,
  limit: number,
): Promise<SessionMomentRow[]> {
  return database.query(
    `with moments as (
       select events.id, events.kind, events.at, events.actor_kind, events.actor_id, events.note, events.flow_id,
              events.flow_version, null::float8 as hours_logged, null::text as psa_ticket_id
       from session_events as events
       where events.account_id = $1 and events.session_id = $2
       union all
       select activities.id, activities.activity_type, activities.created_at,
              case when activities.user_id is null then null else 'user' end, activities.user_id, null, null, null,
              activities.hours_logged::float8, activities.psa_ticket_id
       from psa_activity_logs as activities
       where activities.account_id = $1 and activities.session_id = $2
     )
     select moments.id, moments.kind, moments.at, moments.actor_kind, coalesce(users.name, api_keys.name) as actor,
            moments.note, moments.flow_id, flows.name as flow, moments.flow_version, moments.hours_logged,
            moments.psa_ticket_id
     from moments
     left join users
       on moments.actor_kind = 'user' and users.account_id = $1 and users.id = moments.actor_id
     left join api_keys
       on moments.actor_kind = 'api_key' and api_keys.account_id = $1 and api_keys.id = moments.actor_id
     left join flows on flows.account_id = $1 and flows.id = moments.flow_id
     order by moments.at desc, moments.id desc
     limit $3`,
    [accountId, sessionId, limit],
  );
}
