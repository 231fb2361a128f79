import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

import type { CoverageDto, FlowQualityDto, OverviewDto, SessionPageDto } from '@flowpilot/contracts';

import { startTestApplication, type TestApplication } from '../../test/application.js';
import type { Credentials, ImportRequest } from './command-line/arguments.js';
import { type ImportSurroundings, runImport } from './command-line/run-import.js';

const LOG = fileURLToPath(new URL('../../test/data/servicenow-incidents/incident_event_log.csv.gz', import.meta.url));
const GUIDE = fileURLToPath(new URL('../../../../docs/import.md', import.meta.url));
const WINDOW = 'from=2016-02-29&to=2016-03-02';
/** The log is imported in seconds, and much more slowly while other specs keep the machine busy. */
const PATIENCE_MS = 180_000;
const SCOPES = ['sessions:write', 'flows:read', 'flows:write'] as const;

describe('an import into a running server', () => {
  let application: TestApplication;
  let folder: string;
  let url: string;

  beforeAll(async () => {
    application = await startTestApplication();
    await application.app.listen(0, '127.0.0.1');
    const { port } = application.app.getHttpServer().address() as AddressInfo;
    url = `http://127.0.0.1:${port}`;
    folder = await mkdtemp(join(tmpdir(), 'imports-'));
  });
  afterAll(async () => {
    await application.stop();
    await rm(folder, { recursive: true });
  });

  const byKey = async (accountId: string): Promise<Credentials> => ({
    kind: 'api_key',
    key: await application.apiKey(accountId, SCOPES),
  });
  const importing = (credentials: Credentials, request: Partial<ImportRequest> = {}, surroundings: Partial<ImportSurroundings> = {}) =>
    runImport(
      { file: LOG, mappingFile: null, credentials, url, encoding: 'utf-8', shiftToToday: false, ...request },
      { output: { write: () => true }, signal: new AbortController().signal, stateFolder: folder, now: Date.now, ...surroundings },
    );
  const get = async <Body>(token: string, path: string): Promise<Body> => {
    const answer = await application.inject<Body>({ method: 'GET', url: path, token });
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.body;
  };

  it('shows the real log as it is known to be, and a second import changes nothing', async () => {
    const { token, accountId } = await application.signIn();
    const credentials = await byKey(accountId);
    const report = await importing(credentials);
    expect(report).toMatchObject({
      rows: 5998,
      sessions: 890,
      counts: { accepted: 890, updated: 0, unchanged: 0, rejected: 0 },
      made: { flows: 62 },
      rejectedFile: null,
    });
    await expectKnownFigures(token);

    const again = await importing(credentials);
    expect(again).toMatchObject({
      counts: { accepted: 0, updated: 0, unchanged: 890, rejected: 0 },
      made: { categories: 0, flows: 0 },
    });
    await expectKnownFigures(token);
  }, PATIENCE_MS);

  async function expectKnownFigures(token: string): Promise<void> {
    const overview = await get<OverviewDto>(token, `/analytics/flowpilot?${WINDOW}`);
    expect(overview.sessions.value).toBe(890);
    const days = overview.daily.map(({ resolved, escalated, abandoned, active }) => resolved + escalated + abandoned + active);
    expect(days).toEqual([207, 315, 368]);
    const total = (count: 'resolved' | 'escalated') => overview.daily.reduce((sum, day) => sum + day[count], 0);
    expect([total('resolved'), total('escalated')]).toEqual([499, 391]);
    expect(overview.tiers).toEqual({ guided: 868, exploring: 22, discovery: 0, none: 0 });

    const coverage = await get<CoverageDto>(token, `/analytics/flowpilot/coverage?${WINDOW}`);
    expect([coverage.total_domains, coverage.unmapped_session_count]).toEqual([27, 4]);
    const [largest] = coverage.domains;
    expect(largest).toMatchObject({ domain: 'Category 45', session_count: 204 });
    const shares = [largest?.resolution_rate, largest?.escalation_rate, largest?.guided_rate].map((rate) => (rate ?? 0) * 204);
    expect(shares.map(Math.round)).toEqual([149, 55, 195]);

    const { flows } = await get<FlowQualityDto>(token, `/analytics/flowpilot/flow-quality?${WINDOW}&sort=usage`);
    expect(flows).toHaveLength(62);
    expect(flows.reduce((sum, { usage_count: usage }) => sum + usage, 0)).toBe(667);
    expect(flows[0]).toMatchObject({ name: 'Subcategory 9', category: 'Category 32', usage_count: 55, resolved: 38 });
  }

  it('goes on where it was interrupted, and makes no duplicates', async () => {
    const { token, accountId } = await application.signIn();
    const credentials = await byKey(accountId);
    const interruption = new AbortController();
    const output = {
      write: (text: string) => {
        if (/Uploading.* 250 of/.test(text)) interruption.abort();
      },
      isTTY: true,
    };
    await expect(importing(credentials, {}, { output, signal: interruption.signal })).rejects.toThrow();
    const [stored] = await application.database.query<{ count: number }>(
      'select count(*)::int as count from sessions where account_id = $1',
      [accountId],
    );
    expect(stored?.count).toBeGreaterThanOrEqual(250);
    expect(stored?.count).toBeLessThan(890);
    const { counts } = await importing(credentials);
    expect(counts).toEqual({ accepted: 890 - (stored?.count ?? 0), updated: 0, unchanged: stored?.count, rejected: 0 });
    await expectKnownFigures(token);
  }, PATIENCE_MS);

  it('brings the newest time to yesterday of the account, and shifts a re-run by the same', async () => {
    const accountId = await application.account('Asia/Kolkata');
    const credentials = await byKey(accountId);
    // In Kolkata it is the 25th already.
    application.clock.set('2026-11-24T20:00:00Z');
    const first = await importing(credentials, { shiftToToday: true }, { now: () => Date.parse('2026-11-24T20:00:00Z') });
    expect(first.counts).toMatchObject({ accepted: 890, rejected: 0 });
    const newest = async () => {
      const [row] = await application.database.query<{ day: string }>(
        `select to_char(max(greatest(created_at, resolved_at, escalated_at)) at time zone 'Asia/Kolkata', 'YYYY-MM-DD') as day
           from sessions where account_id = $1`,
        [accountId],
      );
      return row?.day;
    };
    expect(await newest()).toBe('2026-11-24');
    const again = await importing(credentials, { shiftToToday: true }, { now: () => Date.parse('2026-12-24T20:00:00Z') });
    expect(again).toMatchObject({ shiftDays: first.shiftDays, counts: { accepted: 0, updated: 0, unchanged: 890 } });
    expect(await newest()).toBe('2026-11-24');
  }, PATIENCE_MS);

  it('lets a team admin import with e-mail and password', async () => {
    const operator = await application.signInOperator();
    const admin = { email: 'ana@import.test', name: 'Ana', password: 'correct horse battery' };
    const payload = { name: 'Acme', time_zone: 'Europe/London', admin };
    await application.inject({ method: 'POST', url: '/accounts', token: operator.token, payload });
    const { email, password } = admin;
    const file = join(folder, 'one.csv');
    await writeFile(file, (await logHead(2)).join('\n'));
    const report = await importing({ kind: 'password', email, password }, { file });
    expect(report).toMatchObject({ account: { name: 'Acme', timeZone: 'Europe/London' }, counts: { accepted: 1 } });
    await expect(importing({ kind: 'password', email, password: 'wrong password' }, { file })).rejects.toThrow('does not accept this log-in');
  });

  it('rejects rows that the server does not take, and imports all others', async () => {
    const { accountId } = await application.signIn();
    const [file, mappingFile] = [join(folder, 'mixed.csv'), join(folder, 'mixed.json')];
    await writeFile(mappingFile, JSON.stringify({ columns: { external_ref: 'id', created_at: 'opened', flow: 'playbook' } }));
    const long = 'x'.repeat(201);
    await writeFile(file, `id,opened,playbook\nA,2016-01-05,Drops\nB,2099-01-05,Later\nC,1969-01-05,Drops\nD,2016-01-05,${long}\n`);
    const report = await importing(await byKey(accountId), { file, mappingFile });
    expect(report).toMatchObject({ counts: { accepted: 1, rejected: 3 }, made: { flows: 1 } });
    const lines = (await readFile(report.rejectedFile ?? '', 'utf8')).trim().split(/\r?\n/).slice(1);
    expect(lines.map((line) => line.split(',').slice(0, 2))).toEqual([
      ['3', 'B'],
      ['4', 'C'],
      ['5', 'D'],
    ]);
  });

  it('lets nobody import who may not', async () => {
    const { accountId } = await application.signIn();
    const key = await application.apiKey(accountId, ['sessions:read']);
    await expect(importing({ kind: 'api_key', key })).rejects.toThrow('lacks sessions:write, flows:read, flows:write');
    await expect(importing({ kind: 'api_key', key: 'fpk_nonsense' })).rejects.toThrow('does not accept this log-in');
  });

  it('imports the example of the guide as the guide says', async () => {
    const guide = await readFile(GUIDE, 'utf8');
    const block = (language: string) => new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(guide)?.[1] ?? '';
    const [file, mappingFile] = [join(folder, 'tickets.csv'), join(folder, 'mapping.json')];
    await writeFile(file, block('csv'));
    await writeFile(mappingFile, block('json'));
    const { token, accountId } = await application.signIn();
    const report = await importing(await byKey(accountId), { file, mappingFile });
    expect(report).toMatchObject({ counts: { accepted: 4, rejected: 0 }, made: { categories: 2, flows: 3 } });
    const { items } = await get<SessionPageDto>(token, '/sessions?from=2026-11-23&to=2026-11-23');
    const sessions = new Map(items.map((session) => [session.external_ref, session]));
    expect(sessions.get('T-1001')).toMatchObject({ status: 'resolved', resolved_at: '2026-11-23T09:52:00.000Z', confidence_tier: 'guided', client: 'Harbour Dental' });
    expect(sessions.get('T-1001')?.matched_flow_id).not.toBeNull();
    expect(sessions.get('T-1002')).toMatchObject({ status: 'resolved', resolved_at: '2026-11-23T09:43:00.000Z', matched_flow_id: null });
    expect(sessions.get('T-1003')).toMatchObject({ status: 'escalated', escalated_at: '2026-11-23T11:05:00.000Z', matched_flow_id: null, confidence_tier: null });
    expect(sessions.get('T-1004')).toMatchObject({ status: 'active', problem_domain: 'VPN' });
  });
});

/** The first lines of the real log. */
async function logHead(lines: number): Promise<string[]> {
  return gunzipSync(await readFile(LOG)).toString().split('\n').slice(0, lines);
}
