import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { AccessTokenDto, InvitationDto, InvitedDto, UserDto, UserPageDto } from '@flowpilot/contracts';

import { type SignedIn, startTestApplication, type TestApplication } from '../../../test/application.js';
import { INVITATION_LIFETIME_MS } from './invitations.js';

const PASSWORD = 'correct horse battery';
const ENDED = { status: 410, body: { code: 'invitation_ended' } };
let sequence = 0;

describe('invitations', () => {
  let application: TestApplication;
  let admin: SignedIn;
  let ada: UserDto;

  beforeAll(async () => {
    application = await startTestApplication();
  });

  beforeEach(async () => {
    admin = await application.signIn('team_admin');
    ada = await colleague();
  });

  afterAll(() => application.stop());

  async function colleague(): Promise<UserDto> {
    const payload = { email: `ada${(sequence += 1)}@invited.test`, name: 'Ada', role: 'engineer' };
    const made = await application.inject<UserDto>({ method: 'POST', url: '/users', token: admin.token, payload });
    expect(made).toMatchObject({ status: 201, body: { has_password: false, invited_until: null } });
    return made.body;
  }

  const invite = (id = ada.id, token = admin.token) =>
    application.inject<InvitationDto>({ method: 'POST', url: `/users/${id}/invitation`, token });
  const invited = async () => (await invite()).body.token;
  const show = (token: string) =>
    application.inject<InvitedDto>({ method: 'POST', url: '/auth/invitation', payload: { token } });
  const accept = (token: string, password = PASSWORD) =>
    application.inject<AccessTokenDto>({ method: 'POST', url: '/auth/accept-invitation', payload: { token, password } });
  const logIn = (password = PASSWORD) =>
    application.inject<AccessTokenDto>({ method: 'POST', url: '/auth/login', payload: { email: ada.email, password } });
  const change = (payload: object, token = admin.token) =>
    application.inject<UserDto>({ method: 'PATCH', url: `/users/${ada.id}`, token, payload });
  const me = (token: string) => application.inject({ method: 'GET', url: '/me', token });

  it('lets the invited set a password and brings them in with their role', async () => {
    const { status, body } = await invite();
    expect(status).toBe(201);
    const left = Date.parse(body.expires_at) - application.clock.now().getTime();
    expect(left).toBeLessThanOrEqual(INVITATION_LIFETIME_MS);
    expect(left).toBeGreaterThan(INVITATION_LIFETIME_MS - 60_000);
    const shown = await show(body.token);
    expect(shown).toMatchObject({ status: 200, body: { email: ada.email, name: 'Ada', expires_at: body.expires_at } });
    const answer = await accept(body.token);
    expect(answer).toMatchObject({ status: 200, body: { user: { id: ada.id, role: 'engineer', account: { id: admin.accountId } } } });
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly/);
    expect((await me(answer.body.access_token)).status).toBe(200);
    expect((await logIn()).status).toBe(200);
  });

  it('is good for one use', async () => {
    const token = await invited();
    await accept(token);
    expect(await accept(token, 'another long password')).toMatchObject(ENDED);
    expect(await show(token)).toMatchObject(ENDED);
    expect((await logIn()).status).toBe(200);
  });

  it('is good for one of those who send it at the same moment', async () => {
    const token = await invited();
    const passwords = ['first long password', 'second long password', 'third long password'];
    const answers = await Promise.all(passwords.map((password) => accept(token, password)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
    const winner = passwords[answers.findIndex(({ status }) => status === 200)];
    expect((await logIn(winner)).status).toBe(200);
  });

  it('expires, and says so', async () => {
    const token = await invited();
    application.clock.advance(INVITATION_LIFETIME_MS);
    const answer = await accept(token);
    expect(answer).toMatchObject(ENDED);
    expect(answer.text).toContain('expired');
    expect((await logIn()).status).toBe(401);
    expect((await accept(await invited())).status).toBe(200);
  });

  it('is replaced by the next one', async () => {
    const first = await invited();
    const second = await invited();
    expect(await accept(first)).toMatchObject(ENDED);
    expect((await accept(second)).status).toBe(200);
  });

  it.each<[string, object]>([
    ['another role', { role: 'team_admin' }],
    ['a password', { password: 'set by the admin' }],
    ['a deactivation', { is_active: false }],
  ])('is ended by %s', async (_, payload) => {
    const token = await invited();
    expect((await change(payload)).body.invited_until).toBeNull();
    if ('is_active' in payload) await change({ is_active: true });
    expect(await accept(token)).toMatchObject(ENDED);
  });

  it('outlives another name, and is ended by removing the person', async () => {
    const token = await invited();
    await change({ name: 'Ada Lovelace' });
    expect((await show(token)).body.name).toBe('Ada Lovelace');
    expect((await application.inject({ method: 'DELETE', url: `/users/${ada.id}`, token: admin.token })).status).toBe(204);
    expect(await accept(token)).toMatchObject(ENDED);
  });

  it('of somebody who has a password sets another and ends their log-ins', async () => {
    const before = await accept(await invited());
    const after = await accept(await invited(), 'another long password');
    expect((await me(before.body.access_token)).status).toBe(401);
    expect((await me(after.body.access_token)).status).toBe(200);
    expect((await logIn()).status).toBe(401);
  });

  it('is ended by a password that the person has chosen since', async () => {
    const { body } = await accept(await invited());
    const token = await invited();
    const payload = { current: PASSWORD, new: 'another long password' };
    await application.inject({ method: 'POST', url: '/me/password', token: body.access_token, payload });
    expect(await accept(token)).toMatchObject(ENDED);
  });

  it('is made by administrators of the same account, of a super_admin by none but super_admins', async () => {
    const stranger = await application.signIn('team_admin');
    expect((await invite(ada.id, stranger.token)).status).toBe(404);
    const operator = await application.signIn('super_admin', admin.accountId);
    expect((await invite(operator.userId)).status).toBe(403);
    const token = await invited();
    await change({ role: 'super_admin' }, operator.token);
    expect(await accept(token)).toMatchObject(ENDED);
  });

  it('is not made for the deactivated', async () => {
    await change({ is_active: false });
    expect(await invite()).toMatchObject({ status: 409, body: { code: 'conflict' } });
  });

  it('asks for a password that is long enough before it is used up', async () => {
    const token = await invited();
    expect(await accept(token, 'short')).toMatchObject({ status: 422, body: { errors: [{ pointer: '/password' }] } });
    expect((await accept(token)).status).toBe(200);
    expect(await show('no such token')).toMatchObject(ENDED);
  });

  it('shows its token once, and stores only a hash', async () => {
    const { body } = await invite();
    const list = await application.inject<UserPageDto>({ method: 'GET', url: '/users', token: admin.token });
    expect(list.body.items.find(({ id }) => id === ada.id)?.invited_until).toBe(body.expires_at);
    expect(list.text).not.toContain(body.token);
    const [row] = await application.database.query<{ row: string }>(
      'select to_jsonb(invitations)::text as row from invitations where user_id = $1',
      [ada.id],
    );
    expect(row?.row).not.toContain(body.token);
    expect(row?.row).not.toContain(Buffer.from(body.token).toString('hex'));
  });
});
