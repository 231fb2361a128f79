import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { v7 as newId } from 'uuid';

import { type SignedIn, startTestApplication, type TestApplication } from './application.js';
import { ImportCommand } from './import-command.js';

/** The command builds what is stale first, and each run takes a second or many, as busy as the machine is. */
const PATIENCE_MS = 240_000;
const PASSWORD = 'a long password';
const MAPPING = {
  columns: { external_ref: 'Ticket', created_at: 'Opened', ended_at: 'Closed', status: 'State', problem_domain: 'Service', flow: 'Playbook' },
  values: { status: { Solved: 'resolved', 'Sent on': 'escalated' } },
  date_format: 'dd/MM/yyyy HH:mm',
  delimiter: ';',
};
const HEADING = 'Ticket;Opened;Closed;State;Service;Playbook';
const ROWS = [
  'T-1;05/01/2026 09:14;05/01/2026 09:52;Solved;VPN;Drops on home Wi-Fi',
  'T-2;05/01/2026 09:31;05/01/2026 09:20;Solved;VPN;',
  'T-3;05/01/2026 09:47;05/01/2026 11:05;Sent on;Backup;',
  'T-4;31/02/2026 09:47;;;Backup;',
];
/** The first request carries 250 rows, the second 500. */
const FIRST_REQUEST = 250;

describe('npm run import', () => {
  let application: TestApplication;
  let command: ImportCommand;
  let admin: SignedIn;
  let email: string;
  let file: string;
  let url: string;

  beforeAll(async () => {
    command = await ImportCommand.create();
    application = await startTestApplication();
    await application.app.listen(0, '127.0.0.1');
    url = (await application.app.getUrl()).replace('[::1]', '127.0.0.1');
    await writeFile(join(command.folder, 'map.json'), JSON.stringify(MAPPING));
    expect(await command.run('--help')).toMatchObject({ code: 0, output: expect.stringContaining('--format csv --map') as string });
  }, PATIENCE_MS);
  afterAll(async () => {
    await application.stop();
    await command.remove();
  });
  beforeEach(async () => {
    admin = await application.signIn();
    email = `${newId()}@example.test`;
    const payload = { email, name: 'Importer', role: 'team_admin', password: PASSWORD };
    const made = await application.inject({ method: 'POST', url: '/users', token: admin.token, payload });
    expect(made.status).toBe(201);
    file = join(command.folder, 'tickets.csv');
    await write(ROWS);
  });

  const write = (rows: readonly string[]) => writeFile(file, `${[HEADING, ...rows].join('\n')}\n`);
  const start = (password = PASSWORD) =>
    command.start(file, '--format', 'csv', '--map', join(command.folder, 'map.json'), '--email', email, '--password', password, '--url', url);
  const stored = () =>
    application.database.query<{ external_ref: string; status: string }>(
      'select external_ref, status from sessions where account_id = $1 order by external_ref',
      [admin.accountId],
    );

  it('stores the good rows of any CSV, reports the others beside it, and changes nothing the second time', async () => {
    const first = await start().ended;
    expect(first).toMatchObject({ code: 0 });
    expect(first.output.replaceAll(/ +/g, ' ')).toContain(' read 4 rows of 4 sessions\n accepted 2\n updated 0\n unchanged 0\n rejected 2\n made 1 categories, 1 flows');
    expect(await stored()).toEqual([
      { external_ref: 'T-1', status: 'resolved' },
      { external_ref: 'T-3', status: 'escalated' },
    ]);
    expect(first.output).toContain(`${file}.rejected.csv`);
    const report = (await readFile(`${file}.rejected.csv`, 'utf8')).split('\r\n');
    expect(report.slice(0, -1)).toEqual([
      'line,reference,code,reason',
      '3,T-2,times_out_of_order,Closed lies before Opened',
      expect.stringMatching(/^5,T-4,\w+,.*31\/02\/2026/),
    ]);

    const second = await start().ended;
    expect(second).toMatchObject({ code: 0 });
    expect(second.output.replaceAll(/ +/g, ' ')).toContain(' accepted 0\n updated 0\n unchanged 2\n rejected 2\n made 0 categories, 0 flows');
    expect(await stored()).toHaveLength(2);
  }, PATIENCE_MS);

  it('says in words that a password is wrong', async () => {
    const end = await start('another password').ended;
    expect(end).toMatchObject({ code: 1, output: '' });
    expect(end.errors.trim()).toBe('The server does not accept this log-in: E-mail or password is wrong.');
    expect(await stored()).toEqual([]);
  }, PATIENCE_MS);

  it('can be interrupted, and goes on when it is run again', async () => {
    const references = Array.from({ length: 1_000 }, (_, index) => `T-${String(index).padStart(4, '0')}`);
    await write(references.map((reference) => `${reference};05/01/2026 09:14;05/01/2026 09:52;Solved;VPN;`));
    const release = await holdUp(references[FIRST_REQUEST] ?? '');
    const running = start();
    while ((await stored()).length < FIRST_REQUEST) await sleep(20);
    running.interrupt();
    const interrupted = await running.ended;
    await release();
    expect(interrupted).toMatchObject({ code: 130, output: '', errors: expect.stringContaining('Run the same command again') as string });

    const again = await start().ended;
    expect(again).toMatchObject({ code: 0, output: expect.stringMatching(/read +1,000 rows of 1,000 sessions/) as string });
    expect(again.output).toMatch(/rejected +0/);
    expect((await stored()).map(({ external_ref: reference }) => reference)).toEqual(references);
  }, PATIENCE_MS);

  /** Another transaction has this reference and does not say what becomes of it: whoever stores it waits. */
  async function holdUp(reference: string): Promise<() => Promise<void>> {
    const other = application.database.manager.dataSource.createQueryRunner();
    await other.startTransaction();
    await other.query(
      `insert into sessions (account_id, id, external_ref, status, created_at, updated_at)
       values ($1, $2, $3, 'active', now(), now())`,
      [admin.accountId, newId(), reference],
    );
    return async () => {
      await other.rollbackTransaction();
      await other.release();
    };
  }
});
