import type { ApiKeyPageDto, InvitedDto, PsaConnectionDto, PsaDriftPageDto, PsaMembersDto, PsaPushDto, PsaPushPageDto, SetupStateDto } from '../libs/contracts/src/index.js';

// What the server of the screens cannot answer by itself, having neither a PSA nor an unused link.

export const SET_UP: SetupStateDto = { open: true, demo: null };

export const INVITED: InvitedDto = {
  email: 'nora.quill@northwind.example',
  name: 'Nora Quill',
  account_name: 'Northwind IT',
  expires_at: '2026-12-01T10:00:00Z',
};

export const CONNECTION: PsaConnectionDto = {
  provider: 'connectwise',
  base_url: 'https://psa.example.com',
  company: 'northwind',
  client_id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  default_member_id: '202',
  use_default_member: true,
  time_increment_minutes: 15,
  requests_per_minute: 60,
  capabilities: { members: true, statuses: true, time_entries: true },
  reconciled_at: '2026-11-24T02:00:00Z',
  created_at: '2026-11-02T09:00:00Z',
  updated_at: '2026-11-02T09:00:00Z',
};

export const MEMBERS: PsaMembersDto = {
  items: [
    { id: '201', name: 'Ada Meyer', email: 'ada@northwind.example' },
    { id: '202', name: 'Ben Okoro', email: null },
  ],
};

const ARRIVED = {
  id: '019ab2f3-5a7c-7e11-9d40-000000000001',
  session_id: '019ab2f3-5a7c-7e11-9d40-00000000000a',
  kind: 'time_entry',
  state: 'sent',
  psa_ticket_id: '48516',
  text: 'Renewed the certificate of the VPN client.',
  internal: null,
  hours: 0.75,
  started_at: '2026-11-24T09:10:00Z',
  billable: true,
  status: null,
  attempts: 1,
  last_error: null,
  last_error_kind: null,
  next_attempt_at: null,
  held_back_by: null,
  psa_entry_id: '90211',
  user_id: null,
  created_by: null,
  created_at: '2026-11-24T10:00:00Z',
  updated_at: '2026-11-24T10:00:02Z',
  sent_at: '2026-11-24T10:00:02Z',
  dismissed_at: null,
  dismissed_by: null,
  dismiss_reason: null,
} satisfies PsaPushDto;

/** One in each state that asks something else of whoever reads it. */
export const PUSHES: PsaPushPageDto = {
  items: [
    {
      ...ARRIVED,
      id: '019ab2f3-5a7c-7e11-9d40-000000000002',
      state: 'failed',
      attempts: 8,
      last_error: 'The ticket was deleted in the PSA.',
      last_error_kind: 'not_found',
      psa_entry_id: null,
      sent_at: null,
    },
    {
      ...ARRIVED,
      id: '019ab2f3-5a7c-7e11-9d40-000000000003',
      kind: 'note',
      state: 'pending',
      internal: true,
      hours: null,
      attempts: 2,
      last_error: 'The PSA is closed for maintenance.',
      last_error_kind: 'retryable',
      next_attempt_at: '2026-11-24T10:20:00Z',
      psa_entry_id: null,
      sent_at: null,
    },
    ARRIVED,
  ],
  next_cursor: null,
};

const DRIFTED = {
  activity_id: '019ab2f3-5a7c-7e11-9d40-0000000000a1',
  session_id: '019ab2f3-5a7c-7e11-9d40-00000000000a',
  user_id: null,
  psa_ticket_id: '48516',
  psa_entry_id: '90211',
  state: 'changed',
  pushed_hours: 0.75,
  present_hours: 0.5,
  created_at: '2026-11-24T10:00:00Z',
  noticed_at: '2026-11-25T02:00:00Z',
} satisfies PsaDriftPageDto['items'][number];

export const DRIFT_ENTRIES: PsaDriftPageDto = {
  items: [DRIFTED, { ...DRIFTED, activity_id: '019ab2f3-5a7c-7e11-9d40-0000000000a2', psa_entry_id: '90212', state: 'deleted', present_hours: 0 }],
  next_cursor: null,
};

export const KEYS: ApiKeyPageDto = {
  items: [
    { id: '019ab2f3-5a7c-7e11-9d40-0000000000b1', name: 'Troubleshooting engine', scopes: ['sessions:write', 'flows:read'], hint: 'k3Qz', created_at: '2026-09-02T09:00:00Z', last_used_at: '2026-11-24T10:00:00Z' },
    { id: '019ab2f3-5a7c-7e11-9d40-0000000000b2', name: 'Wallboard', scopes: ['analytics:read'], hint: '9dLp', created_at: '2026-11-20T09:00:00Z', last_used_at: null },
  ],
  next_cursor: null,
};
