import type { ImportMapping } from './import-mapping.js';

/**
 * The incident event log of a ServiceNow instance: one row an audit event, the last row of a number its final
 * state. An incident that first-line handed on counts as escalated.
 */
export const SERVICENOW_MAPPING: ImportMapping = {
  columns: {
    external_ref: ['number'],
    psa_ticket_id: ['number'],
    created_at: ['opened_at'],
    ended_at: ['resolved_at', 'closed_at'],
    status: ['reassignment_count'],
    problem_domain: ['category'],
    confidence_tier: ['knowledge'],
    flow: ['subcategory'],
  },
  translations: {
    status: { '0': 'resolved', '*': 'escalated' },
    confidence_tier: { TRUE: 'guided', '*': 'exploring' },
  },
  flows: { mostFrequent: 3, matchedWhen: { column: 'knowledge', value: 'TRUE' } },
  missing: ['?'],
  dateFormat: 'dd-MM-yyyy HH:mm',
  delimiter: ',',
};
