import type { CsvColumn } from '../../http/csv.js';
import type { ExportedSession } from './session-list.service.js';

export const SESSION_CSV_COLUMNS: readonly CsvColumn<ExportedSession>[] = [
  { header: 'id', value: (session) => session.id },
  { header: 'external_ref', value: (session) => session.external_ref },
  { header: 'created_at', value: (session) => session.created_at },
  { header: 'status', value: (session) => session.status },
  { header: 'problem_domain', value: (session) => session.problem_domain },
  { header: 'confidence_tier', value: (session) => session.confidence_tier },
  { header: 'client', value: (session) => session.client },
  { header: 'summary', value: (session) => session.summary },
  { header: 'user_id', value: (session) => session.user_id },
  { header: 'matched_flow_id', value: (session) => session.matched_flow_id },
  { header: 'matched_flow_version', value: (session) => session.matched_flow_version },
  { header: 'match_confidence', value: (session) => session.match_confidence },
  { header: 'matched_at', value: (session) => session.matched_at },
  { header: 'resolved_at', value: (session) => session.resolved_at },
  { header: 'escalated_at', value: (session) => session.escalated_at },
  { header: 'psa_ticket_id', value: (session) => session.psa_ticket_id },
  { header: 'has_note', value: (session) => session.has_note },
  { header: 'has_time_entry', value: (session) => session.has_time_entry },
  { header: 'updated_at', value: (session) => session.updated_at },
  { header: 'created_local', value: (session) => session.created_local },
  { header: 'engineer', value: (session) => session.engineer },
  { header: 'matched_flow', value: (session) => session.matched_flow },
];
