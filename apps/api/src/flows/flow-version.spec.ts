import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';

import type { CategoryDto, FlowDetailDto, FlowVersionDetailDto, FlowVersionDto, Page } from '@flowpilot/contracts';
import { instruction, outcome, vpnSteps } from '@flowpilot/testing';

import { type SignedIn, startTestApplication, type TestApplication } from '../../test/application.js';

const NOW = '2026-06-30T12:00:00.000Z';

describe('the versions of a flow', () => {
  let application: TestApplication;
  let admin: SignedIn;

  beforeAll(async () => {
    application = await startTestApplication();
    application.clock.set(NOW);
  });
  afterAll(() => application.stop());
  beforeEach(async () => {
    admin = await application.signIn('team_admin');
  });

  const create = async (given: object = {}) =>
    (
      await application.inject<FlowDetailDto>({
        method: 'POST',
        url: '/flows',
        token: admin.token,
        payload: { name: 'VPN drops', tree_type: 'troubleshooting', ...given },
      })
    ).body;
  const patch = (id: string, payload: object, token = admin.token) =>
    application.inject<FlowDetailDto>({ method: 'PATCH', url: `/flows/${id}`, token, payload });
  const list = (id: string, query = '', token = admin.token) =>
    application.inject<Page<FlowVersionDto>>({ method: 'GET', url: `/flows/${id}/versions${query}`, token });
  const get = (id: string, version: number | string, token = admin.token) =>
    application.inject<FlowVersionDetailDto>({ method: 'GET', url: `/flows/${id}/versions/${version}`, token });
  const restore = (id: string, version: number | string, payload?: object, token = admin.token) =>
    application.inject<FlowDetailDto>({ method: 'POST', url: `/flows/${id}/versions/${version}/restore`, token, payload });
  const category = async (name: string) =>
    (await application.inject<CategoryDto>({ method: 'POST', url: '/categories', token: admin.token, payload: { name } })).body;
  const two = [instruction('a', 'b'), outcome('b')];

  it('say what changed the flow, who did it and when, the newest first', async () => {
    const { id: categoryId } = await category('VPN');
    const flow = await create({ steps: two, category_id: categoryId });
    const key = await application.apiKey(admin.accountId, ['flows:write']);
    application.clock.set('2026-06-30T13:00:00.000Z');
    await patch(flow.id, { name: 'VPN', category_id: null, steps: [] }, key);
    application.clock.set(NOW);
    const { body } = await list(flow.id);
    expect(body).toEqual({
      items: [
        {
          version: 2,
          name: 'VPN',
          tree_type: 'troubleshooting',
          category_id: null,
          category: null,
          step_count: 0,
          created_by: { kind: 'api_key', id: expect.any(String), name: 'Test' },
          created_at: '2026-06-30T13:00:00.000Z',
        },
        {
          version: 1,
          name: 'VPN drops',
          tree_type: 'troubleshooting',
          category_id: categoryId,
          category: 'VPN',
          step_count: 2,
          created_by: { kind: 'user', id: admin.userId, name: expect.stringMatching(/^Person /) },
          created_at: NOW,
        },
      ],
      next_cursor: null,
    });
  });

  it('are read one by one, with their steps', async () => {
    const flow = await create({ steps: two });
    await patch(flow.id, { steps: [] });
    expect((await get(flow.id, 1)).body).toMatchObject({ version: 1, step_count: 2, steps: two });
    expect((await get(flow.id, 2)).body).toMatchObject({ version: 2, step_count: 0, steps: [] });
  });

  it('are listed page by page and exported whole', async () => {
    const flow = await create();
    for (const name of ['B', 'C', 'D', '=E']) await patch(flow.id, { name });
    const numbers: number[] = [];
    for (let query = '?limit=2'; ; ) {
      const { body } = await list(flow.id, query);
      numbers.push(...body.items.map(({ version }) => version));
      if (body.next_cursor === null) break;
      query = `?limit=2&cursor=${body.next_cursor}`;
    }
    expect(numbers).toEqual([5, 4, 3, 2, 1]);
    const csv = await application.inject({ method: 'GET', url: `/flows/${flow.id}/versions.csv`, token: admin.token });
    const lines = csv.text.trim().split('\r\n');
    expect(lines).toHaveLength(6);
    expect(lines[1]).toMatch(/^5,'=E,troubleshooting,,,0,user,/);
    expect((await list(flow.id, `?cursor=${Buffer.from('["x"]').toString('base64url')}`)).status).toBe(422);
  });

  it('are restored as the next version, with name, category, type and steps', async () => {
    const { id: categoryId } = await category('VPN');
    const flow = await create({ steps: two, category_id: categoryId, description: 'First' });
    await patch(flow.id, { name: 'Other', category_id: null, tree_type: 'maintenance', steps: [], description: 'Second' });
    const { status, body } = await restore(flow.id, 1);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: 3,
      name: 'VPN drops',
      category: 'VPN',
      tree_type: 'troubleshooting',
      steps: two,
      description: 'Second',
    });
    expect((await list(flow.id)).body.items.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect((await get(flow.id, 2)).body.name).toBe('Other');
  });

  it('make no version when they are as the flow is', async () => {
    const flow = await create({ steps: two });
    expect((await restore(flow.id, 1, {})).body.version).toBe(1);
  });

  it('leave the flow in its category when theirs exists no more', async () => {
    const old = await category('Old');
    const flow = await create({ category_id: old.id });
    const present = await category('Present');
    await patch(flow.id, { category_id: present.id, name: 'New name' });
    await application.inject({ method: 'DELETE', url: `/categories/${old.id}`, token: admin.token });
    expect((await get(flow.id, 1)).body).toMatchObject({ category_id: old.id, category: null });
    expect((await restore(flow.id, 1)).body).toMatchObject({ version: 3, name: 'VPN drops', category: 'Present' });
  });

  it('are not restored unfinished while the flow is active', async () => {
    const flow = await create({ steps: vpnSteps(), is_active: false });
    await patch(flow.id, { steps: two, is_active: true });
    expect(await restore(flow.id, 1)).toMatchObject({ status: 422, body: { errors: [{ pointer: '/steps/6/next' }] } });
    await patch(flow.id, { is_active: false });
    expect((await restore(flow.id, 1)).body).toMatchObject({ version: 3, steps: vpnSteps() });
  });

  it('are not restored over a change that nobody has seen', async () => {
    const flow = await create();
    await patch(flow.id, { name: 'Second' });
    await patch(flow.id, { name: 'Third' });
    expect(await restore(flow.id, 1, { version: 2 })).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect((await restore(flow.id, 1, { version: 3 })).body.version).toBe(4);
    expect((await restore(flow.id, 1, { versions: 3 })).status).toBe(422);
  });

  it.each(['2', '0', '-1', '1.5', 'x', '99999999999'])('of number %s do not exist', async (version) => {
    const flow = await create();
    expect((await get(flow.id, version)).status).toBe(404);
    expect((await restore(flow.id, version)).status).toBe(404);
  });

  it('of an unknown flow do not exist, nor those of another account', async () => {
    const flow = await create();
    const other = await application.signIn('team_admin');
    for (const [id, token] of [[newId(), admin.token], ['none', admin.token], [flow.id, other.token]] as const) {
      expect((await list(id, '', token)).status).toBe(404);
      expect((await application.inject({ method: 'GET', url: `/flows/${id}/versions.csv`, token })).status).toBe(404);
      expect((await get(id, 1, token)).status).toBe(404);
      expect((await restore(id, 1, {}, token)).status).toBe(404);
    }
    expect((await list(flow.id)).body.items).toHaveLength(1);
  });

  it('are read by engineers and keys that read flows, and restored by those that write them', async () => {
    const flow = await create();
    const engineer = (await application.signIn('engineer', admin.accountId)).token;
    const reader = await application.apiKey(admin.accountId, ['flows:read']);
    const writer = await application.apiKey(admin.accountId, ['flows:write']);
    const tries = async (token: string) => [(await list(flow.id, '', token)).status, (await restore(flow.id, 1, {}, token)).status];
    expect(await tries(engineer)).toEqual([200, 403]);
    expect(await tries(reader)).toEqual([200, 403]);
    expect(await tries(writer)).toEqual([403, 200]);
  });
});
