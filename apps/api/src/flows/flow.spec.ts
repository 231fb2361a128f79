import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';

import type { CategoryDto, FlowDto, Page } from '@flowpilot/contracts';

import { type SignedIn, startTestApplication, type TestApplication } from '../../test/application.js';

const NOW = '2026-06-30T12:00:00.000Z';

describe('flows', () => {
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

  const create = (given: object = {}) =>
    application.inject<FlowDto>({
      method: 'POST',
      url: '/flows',
      token: admin.token,
      payload: { name: 'Reset password', tree_type: 'procedural', ...given },
    });
  const patch = (id: string, payload: object, token = admin.token) =>
    application.inject<FlowDto>({ method: 'PATCH', url: `/flows/${id}`, token, payload });
  const get = (id: string, token = admin.token) =>
    application.inject<FlowDto>({ method: 'GET', url: `/flows/${id}`, token });
  const list = (query: string) =>
    application.inject<Page<FlowDto>>({ method: 'GET', url: `/flows${query}`, token: admin.token });
  const category = async (name: string, token = admin.token) => {
    const url = '/categories';
    return (await application.inject<CategoryDto>({ method: 'POST', url, token, payload: { name } })).body;
  };
  const versions = (id: string) =>
    application.database.query<{ version: number; name: string }>(
      'select version, name from flow_versions where account_id = $1 and flow_id = $2 order by version',
      [admin.accountId, id],
    );

  it('begins active, unused, at version 1', async () => {
    const { status, body } = await create();
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      name: 'Reset password',
      tree_type: 'procedural',
      category_id: null,
      category: null,
      description: null,
      is_active: true,
      version: 1,
      usage_count: 0,
      resolved_count: 0,
      success_rate: null,
      last_matched_at: null,
      created_at: NOW,
      updated_at: NOW,
    });
    expect((await get(body.id)).body).toEqual(body);
    expect(await versions(body.id)).toEqual([{ version: 1, name: 'Reset password' }]);
  });

  it('counts a version for each change of name, category or type, and for nothing else', async () => {
    const { body: flow } = await create();
    const { id: categoryId } = await category('Accounts');
    const steps: [object, number][] = [
      [{ description: 'How to' }, 1],
      [{ name: 'Reset a password' }, 2],
      [{ name: ' Reset  a password ' }, 2],
      [{ category_id: categoryId }, 3],
      [{ category_id: categoryId.toUpperCase() }, 3],
      [{ tree_type: 'maintenance' }, 4],
      [{ is_active: false }, 4],
      [{ category_id: null, name: 'Reset' }, 5],
    ];
    for (const [change, version] of steps) expect((await patch(flow.id, change)).body).toMatchObject({ version });
    expect((await versions(flow.id)).map((row) => row.version)).toEqual([1, 2, 3, 4, 5]);
  });

  it('counts every one of racing changes', async () => {
    const { body: flow } = await create();
    await Promise.all(Array.from({ length: 8 }, (_, n) => patch(flow.id, { name: `Name ${n}` })));
    expect((await get(flow.id)).body.version).toBe(9);
    expect(await versions(flow.id)).toHaveLength(9);
  });

  it('keeps the time of an imported flow, but none of the future', async () => {
    expect((await create({ created_at: '2020-01-01T00:00:00Z' })).body.created_at).toBe('2020-01-01T00:00:00.000Z');
    expect((await create({ created_at: '2026-06-30T12:05:00Z' })).status).toBe(201);
    expect(await create({ created_at: '2026-06-30T12:05:01Z' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/created_at' }] },
    });
  });

  it.each([
    [{ name: ' ' }, '/name'],
    [{ tree_type: 'bush' }, '/tree_type'],
    [{ steps: [] }, '/steps'],
    [{ usage_count: 3 }, '/usage_count'],
    [{ is_active: null }, '/is_active'],
    [{ created_at: '2026-02-30T00:00:00Z' }, '/created_at'],
    [{ category_id: 'mail' }, '/category_id'],
    [{ category_id: newId() }, '/category_id'],
  ])('refuses %j', async (given, pointer) => {
    expect(await create(given)).toMatchObject({
      status: 422,
      body: { code: 'validation_failed', errors: [{ pointer }] },
    });
  });

  it("knows nothing of another account's flows and categories", async () => {
    const other = await application.signIn('team_admin');
    const foreign = await category('VPN', other.token);
    const { body: flow } = await create();
    expect((await create({ category_id: foreign.id })).status).toBe(422);
    expect((await patch(flow.id, { category_id: foreign.id })).status).toBe(422);
    expect((await get(flow.id, other.token)).status).toBe(404);
    expect((await patch(flow.id, { name: 'Mine' }, other.token)).status).toBe(404);
    const removal = { method: 'DELETE', url: `/flows/${flow.id}`, token: other.token } as const;
    expect((await application.inject(removal)).status).toBe(404);
  });

  it('is deactivated, not deleted', async () => {
    const { body: flow } = await create();
    const remove = () => application.inject({ method: 'DELETE', url: `/flows/${flow.id}`, token: admin.token });
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(204);
    expect((await get(flow.id)).body).toMatchObject({ is_active: false, version: 1 });
  });

  it('lists what a filter admits, by name, page by page', async () => {
    const { id: categoryId } = await category('Accounts');
    await create({ name: 'unlock', category_id: categoryId });
    await create({ name: 'Reset PASSWORD' });
    await create({ name: 'Reset token', is_active: false });
    const names = async (query: string) => (await list(query)).body.items.map((flow) => flow.name);
    expect(await names('')).toEqual(['Reset PASSWORD', 'Reset token', 'unlock']);
    expect(await names('?q=reset%20pass')).toEqual(['Reset PASSWORD']);
    expect(await names('?q=%25')).toEqual([]);
    expect(await names('?is_active=false')).toEqual(['Reset token']);
    expect(await names(`?category_id=${categoryId}`)).toEqual(['unlock']);
    const { body: first } = await list('?limit=2');
    expect(await names(`?limit=2&cursor=${first.next_cursor}`)).toEqual(['unlock']);
    expect((await list('?is_active=yes')).status).toBe(422);
  });

  it('exports what a filter admits', async () => {
    await create({ name: '=cmd()' });
    await create({ name: 'Other', is_active: false });
    const answer = await application.inject({ method: 'GET', url: '/flows.csv?is_active=true', token: admin.token });
    const lines = answer.text.trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(",'=cmd(),procedural,");
  });
});
