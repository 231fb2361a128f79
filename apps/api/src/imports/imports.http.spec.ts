import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';

import type { ImportDto, ImportPageDto, ImportRejectionPageDto, OverviewDto, ProblemDto } from '@flowpilot/contracts';

import { type SignedIn, startTestApplication, type TestAnswer, type TestApplication } from '../../test/application.js';
import { formRequest, type ImportForm, importRequest } from '../../test/import-request.js';
import { ImportWorker } from './running/import-worker.js';

const LOG = fileURLToPath(new URL('../../test/data/servicenow-incidents/incident_event_log.csv.gz', import.meta.url));
const PATIENCE_MS = 180_000;
const MAPPING = {
  columns: { external_ref: 'id', created_at: 'opened', ended_at: 'closed', status: 'state', problem_domain: 'area', flow: 'playbook' },
  values: { status: { Solved: 'resolved', Handed: 'escalated' } },
};
const HEADING = 'id,opened,closed,state,area,playbook\n';

describe('an import over HTTP', () => {
  let application: TestApplication;
  let worker: ImportWorker;

  beforeAll(async () => {
    application = await startTestApplication();
    worker = application.app.get(ImportWorker);
    worker.start();
  });
  afterAll(() => application.stop());

  const send = (by: SignedIn, form: ImportForm) => application.inject<ImportDto>({ ...importRequest(form), token: by.token });
  const sendRows = (by: SignedIn, rows: readonly string[], more: ImportForm = {}) =>
    send(by, { file: `${HEADING}${rows.join('\n')}\n`, format: 'csv', mapping: MAPPING, ...more });
  const get = <Body>(by: SignedIn, url: string) => application.inject<Body>({ method: 'GET', url, token: by.token });
  const post = <Body>(by: SignedIn, url: string) => application.inject<Body>({ method: 'POST', url, token: by.token, payload: {} });

  async function ended(by: SignedIn, { status, body }: TestAnswer<ImportDto>): Promise<ImportDto> {
    expect([status, body]).toMatchObject([202, { state: expect.any(String) as string }]);
    for (;;) {
      const { body: now } = await get<ImportDto>(by, `/imports/${body.id}`);
      if (now.state !== 'pending' && now.state !== 'running') return now;
      await sleep(20);
    }
  }

  const left = async (by: SignedIn, table: 'import_chunks' | 'imports' | 'sessions' | 'flows') => {
    const [row] = await application.database.query<{ count: number }>(
      `select count(*)::int as count from ${table} where account_id = $1`,
      [by.accountId],
    );
    return row?.count;
  };

  it('shows the real log as it is known to be, first foretold, and a second import changes nothing', async () => {
    const by = await application.signIn();
    const file = await readFile(LOG);
    const foretold = await ended(by, await send(by, { file, fileName: 'log.csv.gz', format: 'servicenow', dry_run: 'true' }));
    expect(foretold).toMatchObject({ state: 'checked', rows: 5998, total: 890, accepted: 890, rejected: 0, made_flows: 62, made_categories: 27 });
    expect([await left(by, 'sessions'), await left(by, 'flows')]).toEqual([0, 0]);

    const done = await ended(by, await post<ImportDto>(by, `/imports/${foretold.id}/start`));
    expect(done).toMatchObject({
      state: 'finished', dry_run: false, done: 890, accepted: 890, updated: 0, unchanged: 0, rejected: 0, made_flows: 62, made_categories: 27,
      first_session_at: '2016-02-29T01:16:00.000Z', file_name: 'log.csv.gz', mapping: null, phase: null, error: null,
    });
    const { body: overview } = await get<OverviewDto>(by, '/analytics/flowpilot?from=2016-02-29&to=2016-03-02');
    expect(overview.sessions.value).toBe(890);
    expect(overview.tiers).toEqual({ guided: 868, exploring: 22, discovery: 0, none: 0 });
    expect(await left(by, 'import_chunks')).toBe(0);

    const again = await ended(by, await send(by, { file: gunzipSync(file), format: 'servicenow' }));
    expect(again).toMatchObject({ accepted: 0, updated: 0, unchanged: 890, made_flows: 0, made_categories: 0 });
  }, PATIENCE_MS);

  it('rejects rows by line and reason, and stores the others', async () => {
    const by = await application.signIn();
    const rows = [
      'A,2026-01-05 09:00,2026-01-05 10:00,Solved,VPN,Drops',
      'B,2026-01-06 09:00,2026-01-05 10:00,Solved,VPN,',
      'C,2026-01-07 09:00,2026-01-07 10:00,Parked,VPN,',
      ',2026-01-07 09:00,,,VPN,',
      'D,2099-01-07 09:00,,,VPN,',
      'E,2026-01-09 09:00,2026-01-09 10:00,Parked,VPN,',
    ];
    const done = await ended(by, await sendRows(by, rows));
    expect(done).toMatchObject({ rows: 6, total: 6, done: 6, accepted: 1, rejected: 5, made_flows: 1 });
    expect(done).toMatchObject({ first_session_at: '2026-01-05T09:00:00.000Z', last_session_at: '2026-01-05T09:00:00.000Z' });
    expect(done.reasons[0]).toEqual({ code: 'unknown_value', reason: 'unknown status "Parked" in state', count: 2 });
    const { body } = await get<ImportRejectionPageDto>(by, `/imports/${done.id}/rejections?limit=3`);
    expect(body.items.map(({ line, reference, code }) => [line, reference, code])).toEqual([
      [3, 'B', 'times_out_of_order'],
      [4, 'C', 'unknown_value'],
      [5, null, 'missing_value'],
    ]);
    const next = await get<ImportRejectionPageDto>(by, `/imports/${done.id}/rejections?cursor=${body.next_cursor ?? ''}`);
    expect(next.body.items.map(({ line }) => line)).toEqual([6, 7]);
    const { text } = await get(by, `/imports/${done.id}/rejections.csv`);
    expect(text.split('\r\n').slice(0, 2)).toEqual(['\uFEFFline,reference,code,reason', '3,B,times_out_of_order,closed lies before opened']);
    expect((await get<ImportPageDto>(by, '/imports')).body.items).toHaveLength(1);
    expect((await get(by, '/imports.csv')).text).toContain('file.csv,csv');
  });

  it('makes no flow of a row that is refused, foretells so, and stores all others', async () => {
    const by = await application.signIn();
    const rows = [
      'A,2026-01-05 09:00,2026-01-05 10:00,Solved,VPN,Drops',
      'B,1960-01-05 09:00,,,VPN,Drops',
      'C,2099-01-05 09:00,,,VPN,Only later',
      'D,1960-01-05 09:00,,,VPN,Only before',
      `E,2026-01-05 09:00,,,VPN,${'x'.repeat(201)}`,
      `F,2026-01-05 09:00,,,${'x'.repeat(201)},Drops`,
      'G,2026-01-05 09:00,,,Wi-Fi,Roaming',
    ];
    const foretold = await ended(by, await sendRows(by, rows, { dry_run: 'true' }));
    const expected = { error: null, accepted: 2, rejected: 5, made_categories: 2, made_flows: 2 };
    expect(foretold).toMatchObject({ state: 'checked', ...expected });
    const done = await ended(by, await post<ImportDto>(by, `/imports/${foretold.id}/start`));
    expect(done).toMatchObject({ state: 'finished', ...expected });
    const { body } = await get<ImportRejectionPageDto>(by, `/imports/${done.id}/rejections`);
    expect(body.items.map(({ line, reference, reason }) => [line, reference, reason])).toEqual([
      [3, 'B', 'opened "1960-01-05 09:00" lies before 1970'],
      [4, 'C', 'opened "2099-01-05 09:00" lies in the future'],
      [5, 'D', 'opened "1960-01-05 09:00" lies before 1970'],
      [6, 'E', 'playbook has more than 200 characters'],
      [7, 'F', 'area has more than 200 characters'],
    ]);
  });

  it('foretells what is updated and what stays', async () => {
    const by = await application.signIn();
    const row = (id: string, area: string, playbook = '') => `${id},2026-01-05 09:00,2026-01-05 10:00,Solved,${area},${playbook}`;
    await ended(by, await sendRows(by, [row('A', 'VPN'), row('B', 'VPN')]));
    const foretold = await ended(by, await sendRows(by, [row('A', 'VPN'), row('B', 'VPN', 'Drops'), row('C', 'VPN', 'Drops')], { dry_run: 'true' }));
    expect(foretold).toMatchObject({ state: 'checked', accepted: 1, updated: 1, unchanged: 1, made_flows: 1 });
    const done = await ended(by, await post<ImportDto>(by, `/imports/${foretold.id}/start`));
    expect(done).toMatchObject({ state: 'finished', accepted: 1, updated: 1, unchanged: 1, made_flows: 1 });
    expect((await post(by, `/imports/${foretold.id}/start`)).status).toBe(409);
    expect((await post(by, `/imports/${foretold.id}/cancel`)).status).toBe(409);
  });

  it('reads times in the zone of the account, and shifts the same file by the same days', async () => {
    const by = await application.signIn('team_admin', await application.account('Asia/Kolkata'));
    application.clock.set('2026-11-24T20:00:00Z'); // There it is the 25th already.
    const rows = ['A,2026-01-05 09:00,2026-01-05 10:00,Solved,VPN,', 'B,2026-01-02 09:00,2026-01-02 09:30,Solved,VPN,'];
    const first = await ended(by, await sendRows(by, rows, { shift_to_today: 'true' }));
    expect(first).toMatchObject({ shift_days: 323, last_session_at: '2026-11-24T03:30:00.000Z' });
    application.clock.set('2026-12-24T20:00:00Z');
    const again = await ended(by, await sendRows(by, rows, { shift_to_today: 'true' }));
    expect(again).toMatchObject({ shift_days: 323, unchanged: 2 });
  });

  it('goes on in another process where it stood, and counts nothing twice', async () => {
    const by = await application.signIn();
    await worker.stop();
    const rows = Array.from({ length: 2_500 }, (_, index) => `${index},2026-01-05 09:00,${index === 2_400 ? 'soon' : ''},,VPN,`);
    const sent = await sendRows(by, rows);
    // As a process leaves it that was killed after its first batch: stored, counted, its lease not ended.
    const dying = startWorkerUntil(by, sent.body.id, 1_000);
    await dying;
    await application.database.query(`update imports set lease_until = now() - interval '1 second' where account_id = $1 and id = $2`, [by.accountId, sent.body.id]);
    const { body: between } = await get<ImportDto>(by, `/imports/${sent.body.id}`);
    expect(between.state).toBe('running');
    expect(between.done).toBeGreaterThanOrEqual(1_000);
    worker.start();
    expect(await ended(by, sent)).toMatchObject({ state: 'finished', rows: 2_500, done: 2_500, accepted: 2_499, unchanged: 0, rejected: 1 });
    expect(await left(by, 'sessions')).toBe(2_499);
  }, PATIENCE_MS);

  async function startWorkerUntil(by: SignedIn, id: string, done: number): Promise<void> {
    worker.start();
    while ((await get<ImportDto>(by, `/imports/${id}`)).body.done < done) await sleep(1);
    await worker.stop();
  }

  it('lets one import of an account be open at a time, and cancels it', async () => {
    const by = await application.signIn();
    await worker.stop();
    const first = await sendRows(by, ['A,2026-01-05,,,VPN,']);
    expect(first.body).toMatchObject({ state: 'pending', phase: null, total: null });
    expect(await sendRows(by, ['B,2026-01-05,,,VPN,'])).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect((await post(by, `/imports/${first.body.id}/start`)).status).toBe(409);
    const cancelled = await post<ImportDto>(by, `/imports/${first.body.id}/cancel`);
    expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled', done: 0 } });
    expect(await left(by, 'import_chunks')).toBe(0);
    worker.start();
    expect(await ended(by, await sendRows(by, ['B,2026-01-05,,,VPN,']))).toMatchObject({ accepted: 1 });
    expect((await get<ImportDto>(by, `/imports/${first.body.id}`)).body.state).toBe('cancelled');
  });

  it('puts a new file in the place of one that was checked and never started', async () => {
    const by = await application.signIn();
    const first = await ended(by, await sendRows(by, ['A,2026-01-05,,,VPN,'], { dry_run: 'true' }));
    const second = await ended(by, await sendRows(by, ['B,2026-01-05,,,VPN,'], { dry_run: 'true' }));
    expect((await get<ImportDto>(by, `/imports/${first.id}`)).body.state).toBe('cancelled');
    expect([second.state, await left(by, 'import_chunks')]).toEqual(['checked', 1]);
  });

  it.each<[string, ImportForm, string, RegExp]>([
    ['no file', { format: 'servicenow' }, '/file', /missing/],
    ['an empty file', { file: '', format: 'servicenow' }, '/file', /it is empty/],
    ['a heading alone', { file: HEADING, format: 'csv', mapping: MAPPING }, '/file', /no rows/],
    ['a picture', { file: Buffer.from([0x89, 0x50, 0, 1, 2]), format: 'servicenow' }, '/file', /not a CSV file/],
    ['another table', { file: 'a,b\n1,2\n', format: 'servicenow' }, '/file', /no column "number".*Its columns are "a", "b"/],
    ['a quotation mark that never ends', { file: `id,opened\n"A,${'x'.repeat(1_100_000)}`, format: 'csv', mapping: { columns: { external_ref: 'id', created_at: 'opened' } } }, '/file', /never closed/],
    ['no format', { file: 'a' }, '/format', /servicenow, csv/],
    ['no mapping', { file: 'a', format: 'csv' }, '/mapping', /required/],
    ['a mapping that is not JSON', { file: 'a', format: 'csv', mapping: '{' }, '/mapping', /not JSON/],
    ['a mapping of unknown targets', { file: 'a', format: 'csv', mapping: { columns: { id: 'x' } } }, '/mapping/columns/id', /not known/],
    ['a mapping to an unknown word', { file: 'a', format: 'csv', mapping: { ...MAPPING, values: { status: { Solved: 'gone' } } } }, '/mapping/values/status/Solved', /must be one of/],
    ['a mapping beside a built-in one', { file: 'a', format: 'servicenow', mapping: MAPPING }, '/mapping', /built in/],
    ['an unknown encoding', { file: 'a', format: 'servicenow', encoding: 'klingon' }, '/encoding', /not known/],
    ['an unknown option', { file: 'a', format: 'servicenow', dryrun: 'true' }, '/dryrun', /not a known field/],
    ['a switch that is none', { file: 'a', format: 'servicenow', dry_run: 'yes' }, '/dry_run', /true or false/],
  ])('refuses %s, and keeps nothing of it', async (_, form, pointer, message) => {
    const by = await application.signIn();
    const { status, body } = await application.inject<ProblemDto>({ ...importRequest(form), token: by.token });
    expect([status, body.code]).toEqual([422, 'validation_failed']);
    expect(body.errors?.[0]?.pointer).toBe(pointer);
    expect(body.errors?.[0]?.message).toMatch(message);
    expect([await left(by, 'imports'), await left(by, 'import_chunks')]).toEqual([0, 0]);
  });

  it('refuses an upload that breaks off, another media type and a form without a boundary', async () => {
    const by = await application.signIn();
    const whole = importRequest({ format: 'servicenow', file: 'number\n1\n' }).payload as AsyncIterable<Buffer>;
    const bytes = Buffer.concat(await Promise.all([whole].map(async (body) => {
      const pieces: Buffer[] = [];
      for await (const piece of body) pieces.push(piece);
      return Buffer.concat(pieces);
    })));
    const cut = await application.inject<ProblemDto>({ ...formRequest(bytes.subarray(0, bytes.length - 40)), token: by.token });
    expect(cut).toMatchObject({ status: 400, body: { code: 'malformed_request' } });
    const json = await application.inject({ method: 'POST', url: '/imports', token: by.token, payload: { format: 'servicenow' } });
    expect(json).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } });
    const bare = await application.inject({ ...formRequest(bytes), headers: { 'content-type': 'multipart/form-data' }, token: by.token });
    expect(bare).toMatchObject({ status: 400, body: { code: 'malformed_request' } });
    expect([await left(by, 'imports'), await left(by, 'import_chunks')]).toEqual([0, 0]);
  });

  it('refuses a file that is too large before it is over', async () => {
    const by = await application.signIn();
    const file = Buffer.alloc(100 * 1024 * 1024 + 10, 'number,opened\n');
    const { status, body } = await application.inject<ProblemDto>({ ...importRequest({ format: 'servicenow', file }), token: by.token });
    expect([status, body]).toMatchObject([413, { code: 'payload_too_large', detail: 'The file is larger than 100 MB.' }]);
    expect([await left(by, 'imports'), await left(by, 'import_chunks')]).toEqual([0, 0]);
  }, PATIENCE_MS);

  it('says of a file that is damaged further on why it cannot go on', async () => {
    const by = await application.signIn();
    const rows = Array.from({ length: 60_000 }, (_, index) => `${index},2026-01-05 09:00,,,${Math.random()},`);
    const packed = gzipSync(`${HEADING}${rows.join('\n')}\n`);
    const done = await ended(by, await send(by, { file: packed.subarray(0, packed.length - 100), format: 'csv', mapping: MAPPING }));
    expect(done).toMatchObject({ state: 'failed', error: 'The file cannot be imported: its compressed content is damaged or cut off.' });
    expect(await left(by, 'import_chunks')).toBe(0);
  }, PATIENCE_MS);

  it('makes room for the next upload when one was left by a process that was killed', async () => {
    const by = await application.signIn();
    await application.database.query(
      `insert into imports (account_id, id, created_by, format, file_name, encoding, dry_run, shift_to_today, state, lease_until, created_at)
       values ($1, gen_random_uuid(), $2, 'csv', '', '', false, false, 'receiving', now() - interval '1 second', now())`,
      [by.accountId, by.userId],
    );
    expect((await get<ImportPageDto>(by, '/imports')).body.items).toEqual([]);
    expect(await ended(by, await sendRows(by, ['A,2026-01-05,,,VPN,']))).toMatchObject({ state: 'finished' });
    expect(await left(by, 'imports')).toBe(1);
  });
});
