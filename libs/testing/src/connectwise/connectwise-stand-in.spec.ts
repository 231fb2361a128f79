import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { ConnectWiseStandIn } from './connectwise-stand-in.js';

const note = { text: 'Done', member: { id: 202 }, internalAnalysisFlag: true };
const time = {
  chargeToId: 42,
  chargeToType: 'ServiceTicket',
  member: { id: 202 },
  timeStart: '2026-03-01T10:00:00Z',
  actualHours: 0.5,
};

describe('ConnectWiseStandIn', () => {
  let standIn: ConnectWiseStandIn;

  beforeEach(async () => {
    standIn = await ConnectWiseStandIn.start();
    standIn.state.addTicket(42);
  });

  afterEach(() => standIn.stop());

  interface Answer {
    status: number;
    headers: Headers;
    body: unknown;
  }

  async function send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const { company, apiMember, clientId, codebase } = standIn.state;
    const key = Buffer.from(`${company}+${apiMember.publicKey}:${apiMember.privateKey}`).toString('base64');
    const answer = await fetch(`${standIn.url}/${codebase}/apis/3.0${path}`, {
      method,
      headers: {
        authorization: `Basic ${key}`,
        clientid: clientId,
        accept: 'application/vnd.connectwise.com+json; version=2025.16',
        'content-type': 'application/json',
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(300),
    });
    const json = answer.headers.get('content-type') === 'application/json';
    return { status: answer.status, headers: answer.headers, body: await (json ? answer.json() : answer.text()) };
  }

  it('tells the codebase of a company to anyone', async () => {
    const answer = await fetch(`${standIn.url}/login/companyinfo/acme`);
    expect(await answer.json()).toMatchObject({ Codebase: 'v2025_1/' });
    expect((await fetch(`${standIn.url}/login/companyinfo/other`)).status).toBe(404);
  });

  it.each([
    ['a wrong key', { authorization: 'Basic bm9wZQ==' }, 401],
    ['a wrong clientId', { clientid: 'nobody' }, 401],
    ['plain JSON as Accept', { accept: 'application/json' }, 406],
    ['another content type', { 'content-type': 'text/plain' }, 415],
  ])('refuses %s', async (_what, headers, status) => {
    expect(await send('POST', '/service/tickets/42/notes', note, headers)).toMatchObject({ status });
    expect(standIn.state.ledger).toEqual([]);
  });

  it('refuses what the security role does not allow before it looks at the body', async () => {
    standIn.state.apiMember.rights.delete('time.add');
    expect(await send('POST', '/time/entries', {})).toMatchObject({ status: 403, body: { code: 'SecurityPermission' } });
  });

  it.each([
    ['an empty text', { ...note, text: '' }],
    ['no flag', { text: 'Done', member: { id: 202 } }],
    ['an unknown member', { ...note, member: { id: 999 } }],
    ['an inactive member', { ...note, member: { id: 204 } }],
    ['an unknown field', { ...note, internal: true }],
  ])('refuses a note with %s', async (_what, body) => {
    expect(await send('POST', '/service/tickets/42/notes', body)).toMatchObject({ status: 400 });
  });

  it.each([
    ['no start', { ...time, timeStart: undefined }],
    ['a start with milliseconds', { ...time, timeStart: '2026-03-01T10:00:00.000Z' }],
    ['neither end nor hours', { ...time, actualHours: undefined }],
    ['another kind of charge', { ...time, chargeToType: 'Ticket' }],
    ['no hours to speak of', { ...time, actualHours: 0 }],
    ['an unknown billing', { ...time, billableOption: 'Maybe' }],
    ['no member', { ...time, member: undefined }],
  ])('refuses a time entry with %s', async (_what, body) => {
    expect(await send('POST', '/time/entries', body)).toMatchObject({ status: 400 });
  });

  it('stores what it accepts and answers with an id and the hours it rounded', async () => {
    standIn.state.hoursStep = 0.25;
    const posted = await send('POST', '/time/entries', { ...time, actualHours: 0.6 });
    expect(posted).toMatchObject({ status: 201, body: { actualHours: 0.5, hoursBilled: 0.5 } });
    expect(await send('POST', '/service/tickets/42/notes', note)).toMatchObject({ status: 201, body: { ticketId: 42 } });
    expect(standIn.state.ledger.map((line) => line.kind)).toEqual(['time_entry', 'note']);
    expect(await send('POST', '/service/tickets/43/notes', note)).toMatchObject({ status: 404 });
  });

  it('changes a status only by an array patch and within the board, and then forbids time', async () => {
    standIn.state.addBoard(2, 'Projects');
    const patch = (id: number) => [{ op: 'replace', path: 'status', value: { id } }];
    expect(await send('PATCH', '/service/tickets/42', { status: { id: 102 } })).toMatchObject({ status: 400 });
    expect(await send('PATCH', '/service/tickets/42', patch(202))).toMatchObject({ status: 400 });
    expect(await send('PATCH', '/service/tickets/42', patch(103))).toMatchObject({ status: 400 });
    expect(await send('PATCH', '/service/tickets/42', patch(102))).toMatchObject({ body: { closedFlag: true } });
    expect(await send('POST', '/time/entries', time)).toMatchObject({ status: 400 });
  });

  it('pages by number, and forward only by id, over what meets the conditions', async () => {
    for (let count = 0; count < 5; count += 1) await send('POST', '/time/entries', time);
    const path = '/time/entries?pageSize=2&conditions=chargeToId=42';
    expect((await send('GET', path)).headers.get('link')).toContain('page=2');
    const forward = { 'pagination-type': 'forward-only' };
    const ids: unknown[] = [];
    for (let next: string | undefined = path; next; ) {
      const page = await send('GET', next, undefined, forward);
      ids.push(...(page.body as { id: number }[]).map((entry) => entry.id));
      next = /3\.0(\/[^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
    }
    expect(ids).toEqual([...standIn.state.timeEntries.keys()]);
    expect(await send('GET', '/time/entries?pageSize=1001')).toMatchObject({ status: 400 });
  });

  it.each([
    ['conflict', 409, 0],
    ['rate_limited', 429, 0],
    ['server_error_before_storing', 500, 0],
    ['server_error_after_storing', 500, 1],
    ['codebase_change', 404, 0],
  ] as const)('on %s answers %i and has stored %i', async (fault, status, stored) => {
    standIn.faults.queue(fault);
    const answer = await send('POST', '/time/entries', time);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('retry-after')).toBe(fault === 'rate_limited' ? '1' : null);
    expect(standIn.state.timeEntries.size).toBe(stored);
    expect((await send('GET', '/time/entries')).status).toBe(200);
  });

  it.each([
    ['hang_before_storing', 0],
    ['hang_after_storing', 1],
    ['cut_before_storing', 0],
    ['cut_after_storing', 1],
  ] as const)('on %s says nothing and has stored %i', async (fault, stored) => {
    standIn.faults.queue(fault);
    await expect(send('POST', '/time/entries', time)).rejects.toThrow();
    expect(standIn.state.timeEntries.size).toBe(stored);
  });

  it('stores a late request although its sender has gone', async () => {
    standIn.faults.queue({ kind: 'late_storing', delayMs: 450 });
    await expect(send('POST', '/time/entries', time)).rejects.toThrow();
    expect(standIn.state.timeEntries.size).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(standIn.state.timeEntries.size).toBe(1);
  });
});
