import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { AccessTokenDto, UserDto, UserPageDto } from '@flowpilot/contracts';

import { type SignedIn, startTestApplication, type TestApplication } from '../../test/application.js';

const PASSWORD = 'correct horse battery';
let sequence = 0;
const email = () => `person${(sequence += 1)}@example.test`;

describe('users', () => {
  let application: TestApplication;
  let admin: SignedIn;

  beforeAll(async () => {
    application = await startTestApplication();
  });

  beforeEach(async () => {
    admin = await application.signIn('team_admin');
  });

  afterAll(() => application.stop());

  const create = (payload: object, token = admin.token) =>
    application.inject<UserDto>({ method: 'POST', url: '/users', token, payload });
  const change = (id: string, payload: object, token = admin.token) =>
    application.inject<UserDto>({ method: 'PATCH', url: `/users/${id}`, token, payload });
  const remove = (id: string, token = admin.token) =>
    application.inject({ method: 'DELETE', url: `/users/${id}`, token });
  const logIn = (payload: object) =>
    application.inject<AccessTokenDto>({ method: 'POST', url: '/auth/login', payload });

  it('makes a user who can log in', async () => {
    const address = email();
    const made = await create({ email: address.toUpperCase(), name: ' Ada ', role: 'engineer', password: PASSWORD });
    expect(made).toMatchObject({
      status: 201,
      body: { email: address, name: 'Ada', role: 'engineer', is_active: true, has_password: true, psa_member_id: null },
    });
    expect(made.text).not.toContain('argon2');
    const answer = await logIn({ email: address, password: PASSWORD });
    expect(answer.body.user.account?.id).toBe(admin.accountId);
  });

  it('refuses an e-mail that anyone has, whatever its letters, and keeps nothing', async () => {
    const address = email();
    await create({ email: address, name: 'Ada', role: 'engineer' });
    const stranger = await application.signIn('team_admin');
    const answer = await create({ email: address.toUpperCase(), name: 'Eve', role: 'engineer' }, stranger.token);
    expect(answer).toMatchObject({ status: 409, body: { code: 'conflict', errors: [{ pointer: '/email' }] } });
  });

  it('makes only one of two users with the same e-mail at the same moment', async () => {
    const payload = { email: email(), name: 'Ada', role: 'engineer' };
    const statuses = (await Promise.all([create(payload), create(payload), create(payload)])).map((one) => one.status);
    expect(statuses.toSorted()).toEqual([201, 409, 409]);
  });

  it('points at what is wrong', async () => {
    const answer = await create({ email: 'nobody', name: '', role: 'king', password: 'short', is_active: 'yes', x: 1 });
    expect(answer.status).toBe(422);
    const { errors } = answer.body as unknown as { errors: { pointer: string }[] };
    expect(errors.map((error) => error.pointer).toSorted()).toEqual([
      '/email',
      '/is_active',
      '/name',
      '/password',
      '/role',
      '/x',
    ]);
  });

  it('refuses null where a value is needed', async () => {
    const { body } = await create({ email: email(), name: 'Ada', role: 'engineer' });
    for (const field of ['email', 'name', 'role', 'password', 'is_active']) {
      expect((await change(body.id, { [field]: null })).status).toBe(422);
    }
    expect((await change(body.id, { psa_member_id: 'ada' })).body.psa_member_id).toBe('ada');
    expect((await change(body.id, { name: 'Ada L.' })).body).toMatchObject({ name: 'Ada L.', psa_member_id: 'ada' });
    expect((await change(body.id, { psa_member_id: null })).body.psa_member_id).toBeNull();
  });

  it('ends the log-ins of a user who is deactivated or given another password', async () => {
    const address = email();
    const { body } = await create({ email: address, name: 'Ada', role: 'engineer', password: PASSWORD });
    const before = await logIn({ email: address, password: PASSWORD });
    const me = () => application.inject({ method: 'GET', url: '/me', token: before.body.access_token });
    expect((await me()).status).toBe(200);
    await change(body.id, { is_active: false });
    expect((await me()).status).toBe(401);
    await change(body.id, { is_active: true });
    expect((await me()).status).toBe(401);
    const again = await logIn({ email: address, password: PASSWORD });
    await change(body.id, { password: 'another long password' });
    expect((await application.inject({ method: 'GET', url: '/me', token: again.body.access_token })).status).toBe(401);
  });

  it('lets a changed role count from the next request on', async () => {
    const engineer = await application.signIn('engineer', admin.accountId);
    const list = () => application.inject({ method: 'GET', url: '/users', token: engineer.token });
    expect((await list()).status).toBe(403);
    await change(engineer.userId, { role: 'team_admin' });
    expect((await list()).status).toBe(200);
  });

  it('never leaves an account without an administrator who can log in', async () => {
    for (const answer of [
      await change(admin.userId, { role: 'engineer' }),
      await change(admin.userId, { is_active: false }),
      await remove(admin.userId),
    ]) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'conflict' } });
    }
    await create({ email: email(), name: 'No password', role: 'team_admin' });
    expect((await remove(admin.userId)).status).toBe(409);
    await create({ email: email(), name: 'Second', role: 'team_admin', password: PASSWORD });
    expect((await remove(admin.userId)).status).toBe(204);
    expect((await application.inject({ method: 'GET', url: '/me', token: admin.token })).status).toBe(401);
  });

  it('keeps one of two administrators who remove each other at once', async () => {
    const other = await application.signIn('team_admin', admin.accountId);
    await application.database.query(`update users set password_hash = 'x' where account_id = $1`, [admin.accountId]);
    const answers = await Promise.all([remove(other.userId), remove(admin.userId, other.token)]);
    expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1);
  });

  it('keeps a team_admin from becoming, making or changing a super_admin', async () => {
    const operator = await application.signIn('super_admin', admin.accountId);
    const forbidden = [
      await create({ email: email(), name: 'Eve', role: 'super_admin' }),
      await change(admin.userId, { role: 'super_admin' }),
      await change(operator.userId, { password: 'taken over by eve' }),
      await remove(operator.userId),
    ];
    expect(forbidden.map((answer) => answer.status)).toEqual([403, 403, 403, 403]);
    const made = await create({ email: email(), name: 'Second', role: 'super_admin' }, operator.token);
    expect(made.status).toBe(201);
  });

  it('changes one’s own password only with the present one', async () => {
    expect(await change(admin.userId, { password: 'another long password' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/password' }] },
    });
  });

  it('removes a user who made API keys, and keeps the keys', async () => {
    const other = await application.signIn('team_admin', admin.accountId);
    await application.database.query(`update users set password_hash = 'x' where id = $1`, [admin.userId]);
    const payload = { name: 'Engine', scopes: ['analytics:read'] };
    const made = await application.inject<{ key: string }>({ method: 'POST', url: '/api-keys', token: other.token, payload });
    expect((await remove(other.userId)).status).toBe(204);
    expect((await application.inject({ method: 'GET', url: '/me', token: made.body.key })).status).toBe(200);
  });

  it('lists by page and as CSV, the own account only', async () => {
    for (const name of ['=1+1', 'Bo', 'Cy']) await create({ email: email(), name, role: 'engineer' });
    const names: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const url = `/users?limit=2${cursor && `&cursor=${cursor}`}`;
      const page: { body: UserPageDto } = await application.inject<UserPageDto>({ method: 'GET', url, token: admin.token });
      names.push(...page.body.items.map((user) => user.name));
      cursor = page.body.next_cursor;
    }
    expect(names.slice(1)).toEqual(['=1+1', 'Bo', 'Cy']);
    const csv = await application.inject({ method: 'GET', url: '/users.csv', token: admin.token });
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.text.trim().split('\r\n')).toHaveLength(5);
    expect(csv.text).toContain(`'=1+1`);
  });

  it('refuses a cursor of its own making', async () => {
    for (const cursor of ['x', Buffer.from('["no-id"]').toString('base64url'), Buffer.from('{}').toString('base64url')]) {
      const answer = await application.inject({ method: 'GET', url: `/users?cursor=${cursor}`, token: admin.token });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: 'cursor' }] } });
    }
    for (const limit of ['0', '201', 'x', '1.5']) {
      const answer = await application.inject({ method: 'GET', url: `/users?limit=${limit}`, token: admin.token });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: 'limit' }] } });
    }
  });

  it('does not find what is in another account, nor what cannot be an id', async () => {
    const stranger = await application.signIn('team_admin');
    for (const id of [stranger.userId, 'not-an-id', '00000000-0000-0000-0000-000000000000']) {
      expect(await change(id, { name: 'Eve' })).toMatchObject({ status: 404, body: { code: 'not_found' } });
      expect((await remove(id)).status).toBe(404);
    }
  });
});
