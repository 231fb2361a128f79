import { describe, expect, it } from '@jest/globals';

import { draftNote } from './draft-note.js';
import type { DraftRow } from './push-draft.query.js';

const session: DraftRow = {
  summary: 'VPN drops every hour',
  problem_domain: 'VPN',
  psa_ticket_id: '42',
  status: 'resolved',
  flow: 'VPN drops',
  steps: [
    { kind: 'question', title: 'Does it drop for others?' },
    { kind: 'instruction', title: 'Renew the certificate' },
    { kind: 'outcome', title: 'Done' },
  ],
  minutes: 30,
};

describe('draftNote', () => {
  it('tells the summary, the steps of the flow and the outcome', () => {
    expect(draftNote(session)).toBe(
      'VPN drops every hour\n\nFollowed “VPN drops”:\n- Does it drop for others?\n- Renew the certificate\n\nOutcome: resolved.',
    );
  });

  it('does with what there is', () => {
    const bare = { ...session, summary: null, flow: null, steps: null, status: 'active' } as const;
    expect(draftNote(bare)).toBe('Problem: VPN');
    expect(draftNote({ ...bare, problem_domain: null })).toBe('');
    expect(draftNote({ ...session, steps: [] })).toContain('Followed “VPN drops”.');
    expect(draftNote({ ...session, steps: [{}, { title: 7 }] })).toContain('Followed “VPN drops”.');
    expect(draftNote({ ...session, summary: 'x'.repeat(20_000) })).toHaveLength(10_000);
  });
});
