import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ImportRequest } from './arguments.js';
import { runImport } from './run-import.js';
import { type FakeAnswer, type FakeRequest, startFakeServer } from '../../../test/fake-server.js';

const MAPPING = {
  columns: { external_ref: 'id', created_at: 'opened', ended_at: 'closed', problem_domain: 'area', flow: 'playbook' },
};
const HEADING = 'id,opened,closed,area,playbook\n';
const ME = { account: { id: 'acc', name: 'Acme', time_zone: 'Europe/London' } };

/** A server that takes every line, but answers some requests as it is told. */
function answering(odd: (request: FakeRequest) => FakeAnswer | undefined = () => undefined) {
  return (request: FakeRequest): FakeAnswer => {
    const usual: Record<string, unknown> = {
      'GET /api/v1/me': ME,
      'GET /api/v1/categories?limit=200': { items: [{ id: 'c1', name: ' vpn ' }], next_cursor: 'n' },
      'GET /api/v1/categories?limit=200&cursor=n': { items: [{ id: 'c2', name: 'Wi-Fi' }], next_cursor: null },
      'GET /api/v1/flows?limit=200': { items: [{ id: 'f1', name: 'Drops', category_id: 'c1' }], next_cursor: null },
      'POST /api/v1/flows': { id: 'f2' },
      'POST /api/v1/categories': { id: 'c3' },
      'POST /api/v1/sessions/bulk': taken(request.body.split('\n').length - 1),
    };
    return odd(request) ?? { status: 200, body: usual[`${request.method} ${request.path}`] };
  };
}
const taken = (accepted: number) => ({ accepted, updated: 0, unchanged: 0, rejected_count: 0, rejected: [] });

describe('runImport', () => {
  let folder: string;
  const stops: (() => Promise<unknown>)[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'run-import-'));
  });
  afterEach(async () => {
    await Promise.all(stops.splice(0).map((stop) => stop()));
    await rm(folder, { recursive: true });
  });

  async function start(rows: string[], options: { odd?: Parameters<typeof answering>[0]; mapping?: unknown; heading?: string; request?: Partial<ImportRequest> } = {}) {
    const file = join(folder, 'in.csv');
    const mappingFile = join(folder, 'map.json');
    await writeFile(file, `${options.heading ?? HEADING}${rows.join('\n')}\n`);
    await writeFile(mappingFile, typeof options.mapping === 'string' ? options.mapping : JSON.stringify(options.mapping ?? MAPPING));
    const server = await startFakeServer(answering(options.odd));
    stops.push(server.stop);
    const interruption = new AbortController();
    const running = runImport(
      { file, mappingFile, url: server.url, encoding: 'utf-8', shiftToToday: false, credentials: { kind: 'api_key', key: 'k' }, ...options.request },
      { output: { write: () => true }, signal: interruption.signal, stateFolder: join(folder, 'state'), now: Date.now, firstPause: 1 },
    );
    return { running, requests: server.requests, rejectedFile: `${file}.rejected.csv`, interrupt: () => interruption.abort() };
  }
  const linesOf = (requests: readonly FakeRequest[]) =>
    requests
      .filter(({ path }) => path.endsWith('/bulk'))
      .flatMap(({ body }) => body.trim().split('\n'))
      .map((line): unknown => JSON.parse(line));

  it('finds the flows and categories that are there and makes the others, in the zone of the account', async () => {
    const { running, requests } = await start([
      'A,2026-07-01 09:00,2026-07-01 10:00,VPN,drops',
      'B,2026-07-02 09:00,,Wi-Fi,Drops',
      'C,2026-07-03 09:00,,Backup,',
    ]);
    await expect(running).resolves.toMatchObject({
      rows: 3,
      sessions: 3,
      counts: { accepted: 3, rejected: 0 },
      made: { categories: 0, flows: 1 },
      rejectedFile: null,
    });
    const made = requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/flows'));
    expect(made.map(({ body }): unknown => JSON.parse(body))).toEqual([
      { name: 'Drops', tree_type: 'troubleshooting', category_id: 'c2', created_at: '2026-07-02T08:00:00.000Z' },
    ]);
    expect(linesOf(requests)).toEqual([
      { external_ref: 'A', created_at: '2026-07-01T08:00:00.000Z', status: 'resolved', resolved_at: '2026-07-01T09:00:00.000Z', problem_domain: 'VPN', matched_flow_id: 'f1' },
      { external_ref: 'B', created_at: '2026-07-02T08:00:00.000Z', status: 'active', problem_domain: 'Wi-Fi', matched_flow_id: 'f2' },
      { external_ref: 'C', created_at: '2026-07-03T08:00:00.000Z', status: 'active', problem_domain: 'Backup' },
    ]);
  });

  it('reports rejected rows by their line in the file, whoever rejected them', async () => {
    const rejected = [{ line: 2, code: 'validation_failed', message: 'external_ref is not known to the server' }];
    const { running, rejectedFile } = await start(
      ['A,2026-07-01,,,', 'B,soon,,,', '', 'A,2026-07-02,,,', ',2026-07-01,,,', 'C,2026-07-03,,,', '"D', 'D",2026-07-01,2026-06-01,,'],
      { odd: ({ path }) => (path.endsWith('/bulk') ? { status: 200, body: { ...taken(1), rejected_count: 1, rejected } } : undefined) },
    );
    await expect(running).resolves.toMatchObject({ rows: 6, sessions: 4, counts: { accepted: 1, rejected: 4 }, rejectedFile });
    expect(await readFile(rejectedFile, 'utf8')).toBe(
      [
        'line,reference,code,reason',
        '3,B,invalid_time,"opened ""soon"" is not a time of the form ISO 8601"',
        '6,,missing_value,has no id',
        '8,"D\nD",times_out_of_order,closed lies before opened',
        '7,C,validation_failed,external_ref is not known to the server',
        '',
      ].join('\r\n'),
    );
  });

  it('takes away the report of an earlier run when nothing is rejected any more', async () => {
    const first = await start(['A,soon,,,']);
    await first.running;
    await expect(readFile(first.rejectedFile, 'utf8')).resolves.toContain('soon');
    await (await start(['A,2026-07-01,,,'])).running;
    await expect(readFile(first.rejectedFile)).rejects.toThrow('ENOENT');
  });

  it('asks again for reasons that did not fit into one answer', async () => {
    const rows = Array.from({ length: 4_000 }, (_, index) => `${index},2026-07-01,,,`);
    const { running } = await start(rows, { odd: refusingAll });
    await expect(running).resolves.toMatchObject({ counts: { accepted: 0, rejected: 4_000 } });
  });

  it('goes on after a lost connection', async () => {
    let cuts = 2;
    const { running } = await start(['A,2026-07-01,,,'], {
      odd: ({ path }) => (path.endsWith('/bulk') && cuts-- > 0 ? 'hangUp' : undefined),
    });
    await expect(running).resolves.toMatchObject({ counts: { accepted: 1 } });
  });

  it('stops where it is when it is interrupted', async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => `${index},2026-07-01,,,`);
    const started = await start(rows, {
      odd: ({ path }) => {
        if (path.endsWith('/bulk')) setTimeout(() => started.interrupt(), 0);
        return undefined;
      },
    });
    await expect(started.running).rejects.toThrow();
    expect(linesOf(started.requests).length).toBeLessThan(2_000);
  });

  it.each([
    ['a missing file', { request: { file: '/nowhere/in.csv' } }, '/nowhere/in.csv cannot be imported: there is no such file'],
    ['a folder', { request: { file: tmpdir() } }, 'it is a folder'],
    ['missing columns', { heading: 'id,opened\n' }, 'it has no column "closed", "area", "playbook". Its columns are "id", "opened"'],
    ['a missing mapping', { request: { mappingFile: '/nowhere/map.json' } }, '/nowhere/map.json cannot be used as a mapping: there is no such file'],
    ['a mapping that is no JSON', { mapping: '{' }, 'it is not JSON'],
    ['a wrong mapping', { mapping: { columns: { id: 'x' } } }, 'cannot be used as a mapping: /columns/id is not known'],
    ['an engineer', { odd: (): FakeAnswer => ({ status: 200, body: { role: 'engineer', ...ME } }) }, 'it takes a team admin'],
    ['a key that may too little', { odd: (): FakeAnswer => ({ status: 200, body: { scopes: ['flows:read'], ...ME } }) }, 'lacks sessions:write, flows:write'],
    ['an operator', { odd: (): FakeAnswer => ({ status: 200, body: { account: null } }) }, 'belongs to no account'],
  ])('refuses %s in a sentence', async (_, options, message) => {
    const { running } = await start(['A,2026-07-01,,,'], options);
    await expect(running).rejects.toThrow(message);
  });

  it('sends nothing when the file is wrong', async () => {
    const { running, requests } = await start([], { heading: 'id,opened\n' });
    await expect(running).rejects.toThrow();
    expect(requests).toEqual([]);
  });
});

function refusingAll({ path, body }: FakeRequest): FakeAnswer | undefined {
  if (!path.endsWith('/bulk')) return undefined;
  const lines = body.trim().split('\n');
  const rejected = lines.slice(0, 1_000).map((_, index) => ({ line: index + 1, code: 'refused', message: 'no' }));
  return { status: 200, body: { accepted: 0, updated: 0, unchanged: 0, rejected_count: lines.length, rejected } };
}
