import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { ProblemDto } from '@flowpilot/contracts';
import { type Scope, SCOPES } from '@flowpilot/metrics';

import { API_PREFIX } from '../src/bootstrap.js';
import { ACCESS_TABLE, type Who } from './access-table.js';
import { startTestApplication, type TestAnswer, type TestApplication, type TestRequest } from './application.js';

type Refusal = 'unauthenticated' | 'no_account' | 'forbidden';

interface Asker {
  name: string;
  token: string | undefined;
  refusal(who: Who): Refusal | null;
}

const rows = Object.entries(ACCESS_TABLE);

describe('access', () => {
  let application: TestApplication;
  let askers: readonly Asker[];

  beforeAll(async () => {
    application = await startTestApplication();
    askers = await everyAsker(application);
  });

  afterAll(() => application.stop());

  it('is in the table for every route of the router, and for no other', () => {
    const registered = application.routes
      .all()
      .filter(({ method, url }) => method !== 'HEAD' && url.startsWith(`/${API_PREFIX}/`))
      .map(({ method, url }) => `${method} ${url.slice(API_PREFIX.length + 1)}`);
    expect([...new Set(registered)].toSorted()).toEqual(rows.map(([route]) => route).toSorted());
  });

  it('serves nothing else but the description of the API', () => {
    const others = application.routes.all().filter(({ url }) => !url.startsWith(`/${API_PREFIX}/`));
    for (const { url } of others) expect(url).toMatch(/^\/api\/docs/);
  });

  it.each(rows)('%s', async (route, who) => {
    for (const asker of askers) {
      const answer = await ask(route, asker.token);
      expect([asker.name, refusalIn(answer)]).toEqual([asker.name, asker.refusal(who)]);
    }
  });

  it('is asked of HEAD as of GET', async () => {
    expect((await application.inject({ method: 'HEAD', url: '/users' })).status).toBe(401);
  });

  const ask = (route: string, token: string | undefined) => {
    const [method = '', path = ''] = route.split(' ');
    const url = path.replace(':id', randomUUID()).replace(':name', 'no-such-job');
    return application.inject<Partial<ProblemDto> | undefined>({ method: method as TestRequest['method'], url, token });
  };
});

/** Null when the guards let the request pass, whatever became of it then. */
function refusalIn({ status, body }: TestAnswer<Partial<ProblemDto> | undefined>): string | null {
  expect(status).toBeLessThan(500);
  expect([405, 429]).not.toContain(status);
  const byHandler = body?.detail === 'The log-in has ended.'; // A refresh without its cookie.
  return (status === 401 || status === 403) && !byHandler ? (body?.code ?? 'no code') : null;
}

async function everyAsker(application: TestApplication): Promise<Asker[]> {
  const admin = await application.signIn('team_admin');
  const { accountId } = admin;
  const member = (allowed: (who: Who) => boolean) => (who: Who) => (allowed(who) ? null : 'forbidden');
  const withKey = async (scope: Scope): Promise<Asker> => ({
    name: `key with ${scope}`,
    token: await application.apiKey(accountId, [scope]),
    refusal: member((who) => who.scope === 'any' || who.scope === scope),
  });
  return [
    { name: 'anonymous', token: undefined, refusal: (who) => (who.anonymous ? null : 'unauthenticated') },
    { name: 'forged', token: `${admin.token}x`, refusal: (who) => (who.anonymous ? null : 'unauthenticated') },
    { name: 'engineer', token: (await application.signIn('engineer', accountId)).token, refusal: member((who) => who.engineer) },
    { name: 'team_admin', token: admin.token, refusal: member((who) => who.admin) },
    {
      name: 'super_admin of the account',
      token: (await application.signIn('super_admin', accountId)).token,
      refusal: member((who) => who.admin || who.operator),
    },
    {
      name: 'super_admin without an account',
      token: (await application.signInOperator()).token,
      refusal: (who) => (who.account ? 'no_account' : who.operator ? null : 'forbidden'),
    },
    ...(await Promise.all(SCOPES.map(withKey))),
  ];
}
