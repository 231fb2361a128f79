import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { CategoryDto, Page, ProblemDto } from '@flowpilot/contracts';

import { type SignedIn, startTestApplication, type TestApplication } from '../../test/application.js';

describe('categories', () => {
  let application: TestApplication;
  let admin: SignedIn;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  afterAll(() => application.stop());
  beforeEach(async () => {
    admin = await application.signIn('team_admin');
  });

  const create = (name: string, token = admin.token) =>
    application.inject<CategoryDto>({ method: 'POST', url: '/categories', token, payload: { name } });
  const list = (query = '') =>
    application.inject<Page<CategoryDto>>({ method: 'GET', url: `/categories${query}`, token: admin.token });

  it('shows a name with its white space collapsed', async () => {
    const answer = await create('  Remote \t access ');
    expect(answer).toMatchObject({ status: 201, body: { name: 'Remote access' } });
  });

  it.each([['vpn'], [' VPN '], ['ＶＰＮ']])('refuses %j beside VPN: the same key', async (name) => {
    await create('VPN');
    expect(await create(name)).toMatchObject({ status: 409, body: { code: 'conflict' } });
  });

  it('lets two accounts have the same name', async () => {
    const other = await application.signIn('team_admin');
    await create('VPN');
    expect((await create('VPN', other.token)).status).toBe(201);
  });

  it.each([
    ['blank', '   '],
    ['too long', 'x'.repeat(201)],
    ['folding into a longer key than the index holds', '\uFDFA'.repeat(200)],
  ])('refuses a name that is %s', async (_, name) => {
    const answer = await application.inject<ProblemDto>({
      method: 'POST',
      url: '/categories',
      token: admin.token,
      payload: { name },
    });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/name' }] } });
  });

  it('lists by name, page by page', async () => {
    for (const name of ['beta', 'Gamma', 'Alpha']) await create(name);
    const first = await list('?limit=2');
    const second = await list(`?limit=2&cursor=${first.body.next_cursor}`);
    expect([first.body.items, second.body.items].map((items) => items.map((item) => item.name))).toEqual([
      ['Alpha', 'beta'],
      ['Gamma'],
    ]);
    expect(second.body.next_cursor).toBeNull();
  });

  it('refuses a cursor of another list', async () => {
    expect(await list('?cursor=W10')).toMatchObject({ status: 422, body: { errors: [{ pointer: 'cursor' }] } });
  });

  it('exports all as CSV', async () => {
    const { body } = await create('Mail, calendar');
    const answer = await application.inject({ method: 'GET', url: '/categories.csv', token: admin.token });
    const [header, row] = answer.text.split('\r\n');
    expect(header).toBe('\uFEFFid,name,created_at,updated_at');
    expect(row).toBe(`${body.id},"Mail, calendar",${body.created_at},${body.updated_at}`);
  });

  it('renames, unless another category has the name', async () => {
    const { body: mail } = await create('Mail');
    await create('VPN');
    const rename = (name: string) =>
      application.inject({ method: 'PATCH', url: `/categories/${mail.id}`, token: admin.token, payload: { name } });
    expect(await rename('vpn')).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(await rename('MAIL')).toMatchObject({ status: 200, body: { name: 'MAIL' } });
  });

  it('is deleted only without flows', async () => {
    const { body: mail } = await create('Mail');
    const { body: vpn } = await create('VPN');
    await application.inject({
      method: 'POST',
      url: '/flows',
      token: admin.token,
      payload: { name: 'Reset', tree_type: 'procedural', category_id: vpn.id },
    });
    const remove = (id: string) =>
      application.inject({ method: 'DELETE', url: `/categories/${id}`, token: admin.token });
    expect((await remove(mail.id)).status).toBe(204);
    expect((await remove(mail.id)).status).toBe(404);
    expect(await remove(vpn.id)).toMatchObject({ status: 409, body: { code: 'conflict' } });
  });

  it("hides another account's", async () => {
    const { body } = await create('VPN');
    const other = await application.signIn('team_admin');
    const url = `/categories/${body.id}`;
    const renaming = { method: 'PATCH', url, token: other.token, payload: { name: 'Mine' } } as const;
    expect((await application.inject(renaming)).status).toBe(404);
    expect((await application.inject({ method: 'DELETE', url, token: other.token })).status).toBe(404);
  });
});
