import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { SessionTimelineDto } from '@flowpilot/contracts';

import { type SignedIn, startTestApplication, type TestApplication } from '../../../test/application.js';
import { RecordingClient } from '../../../test/recording-client.js';

const NOW = '2026-06-30T12:00:00.000Z';

describe('GET /sessions/:id/timeline', () => {
  let application: TestApplication;
  let admin: SignedIn;
  let client: RecordingClient;

  beforeAll(async () => {
    application = await startTestApplication();
    application.clock.set(NOW);
    admin = await application.signIn('team_admin');
    client = new RecordingClient(application, admin.token);
  });
  afterAll(() => application.stop());

  const timeline = (id: string, token = admin.token) =>
    application.inject<SessionTimelineDto>({ method: 'GET', url: `/sessions/${id}/timeline`, token });

  it('tells what happened and what reached the PSA, oldest first', async () => {
    const first = await client.newFlow('VPN drops');
    const second = await client.newFlow('VPN certificate');
    const id = await client.session({ created_at: '2026-06-30T08:00:00Z', matched_flow_id: first.id });
    await client.match(id, { flow_id: second.id, matched_at: '2026-06-30T08:20:00Z' });
    await client.activity({ activity_type: 'note_posted', session_id: id, psa_ticket_id: 'T1', created_at: '2026-06-30T08:30:00Z' });
    await client.step(id, 'escalate', { at: '2026-06-30T08:40:00Z', note: 'To the network team' });
    await client.activity({ activity_type: 'time_entry_posted', hours_logged: 0.75, session_id: id, created_at: '2026-06-30T09:00:00Z' });

    const { status, body } = await timeline(id);
    expect(status).toBe(200);
    expect(body.complete).toBe(true);
    expect(body.items.map((item) => [item.kind, item.at.slice(11, 16)])).toEqual([
      ['created', '08:00'],
      ['matched', '08:20'],
      ['note_posted', '08:30'],
      ['escalated', '08:40'],
      ['time_entry_posted', '09:00'],
    ]);
    expect(body.items[0]).toMatchObject({ flow_id: first.id, flow: 'VPN drops', flow_version: 1 });
    expect(body.items[1]).toMatchObject({ flow: 'VPN certificate' });
    expect(body.items[2]).toMatchObject({ psa_ticket_id: 'T1', hours_logged: null });
    expect(body.items[3]).toMatchObject({ actor_kind: 'user', note: 'To the network team' });
    expect(body.items[3]?.actor).toEqual(expect.any(String));
    expect(body.items[4]).toMatchObject({ hours_logged: 0.75 });
  });

  it('names the API key that did it', async () => {
    const payload = { name: 'Engine', scopes: ['sessions:write'] };
    const { body } = await application.inject<{ key: string }>({ method: 'POST', url: '/api-keys', token: admin.token, payload });
    const id = await new RecordingClient(application, body.key).session();
    expect((await timeline(id)).body.items).toMatchObject([{ kind: 'created', actor_kind: 'api_key', actor: 'Engine' }]);
  });

  it('leaves out the oldest of very many', async () => {
    const id = await client.session();
    await application.database.query(
      `insert into session_events (account_id, session_id, id, kind, actor_kind, at)
       select $1, $2, gen_random_uuid(), 'updated', 'system', $3::timestamptz + n * interval '1 second'
       from generate_series(1, 500) as n`,
      [admin.accountId, id, NOW],
    );
    const { body } = await timeline(id);
    expect(body.complete).toBe(false);
    expect(body.items).toHaveLength(500);
    expect(body.items.every((item) => item.kind === 'updated')).toBe(true);
  });

  it('is there for the engineer whose session it is, and for no other', async () => {
    const engineer = await application.signIn('engineer', admin.accountId);
    const own = await new RecordingClient(application, engineer.token).session();
    expect((await timeline(own, engineer.token)).status).toBe(200);
    expect((await timeline(await client.session(), engineer.token)).status).toBe(404);
  });
});
