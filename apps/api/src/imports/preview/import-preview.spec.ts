import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import type { ImportPreviewDto, ProblemDto } from '@flowpilot/contracts';

import { type SignedIn, startTestApplication, type TestApplication } from '../../../test/application.js';
import { type ImportForm, importRequest } from '../../../test/import-request.js';

const LOG = fileURLToPath(new URL('../../../test/data/servicenow-incidents/incident_event_log.csv.gz', import.meta.url));
const TICKETS = [
  'Ticket;Opened;Resolved;Closed;State;Service;Company;Short description;Playbook;Agent',
  'T-1001;23/11/2026 09:14;23/11/2026 09:52;24/11/2026 08:00;Closed - solved;VPN;Harbour Dental;Drops on home Wi-Fi;VPN drops;Zoë',
  'T-1002;13/11/2026 09:31;;23/11/2026 09:43;Sent to second line;Printing;Vale Estates;Label printer;n/a;Al',
  'T-1003;13/11/2026 09:31;;12/11/2026 09:43;In progress;Printing;Vale Estates;Label printer;n/a;Al',
].join('\r\n');

describe('POST /imports/preview', () => {
  let application: TestApplication;
  let by: SignedIn;

  beforeAll(async () => {
    application = await startTestApplication();
    by = await application.signIn('team_admin', await application.account('Europe/Paris'));
  });
  afterAll(() => application.stop());

  const preview = <Body = ImportPreviewDto>(form: ImportForm) =>
    application.inject<Body>({ ...importRequest(form, '/imports/preview'), token: by.token });

  it('recognises the log of ServiceNow by its heading, from a part of the packed file', async () => {
    const { status, body } = await preview({ file: await readFile(LOG) });
    expect([status, body.format, body.mapping, body.delimiter]).toEqual([200, 'servicenow', null, ',']);
    expect(body.rows).toHaveLength(5);
    expect(body.rows[0]).toMatchObject({ line: 2, external_ref: 'INC0000045', created_at: '2016-02-29T00:16:00.000Z', problem_domain: 'Category 55' });
  });

  it('suggests a mapping from names and values, and shows the rows as they would be stored', async () => {
    const { body } = await preview({ file: Buffer.from(TICKETS, 'latin1') });
    expect(body).toMatchObject({ encoding: 'windows-1252', delimiter: ';', format: 'csv', time_zone: 'Europe/Paris' });
    expect(body.mapping).toEqual({
      columns: {
        external_ref: 'Ticket', psa_ticket_id: 'Ticket', created_at: 'Opened', ended_at: ['Resolved', 'Closed'], status: 'State',
        problem_domain: 'Service', client: 'Company', summary: 'Short description', flow: 'Playbook',
      },
      values: { status: { 'Closed - solved': 'resolved', 'Sent to second line': 'escalated', 'In progress': 'active' }, confidence_tier: {} },
      missing: ['n/a'],
      date_format: 'dd/MM/yyyy HH:mm',
      delimiter: ';',
    });
    expect(body.columns[9]).toEqual({ name: 'Agent', samples: ['Zoë', 'Al'] });
    expect(body.rows).toEqual([
      { line: 2, external_ref: 'T-1001', created_at: '2026-11-23T08:14:00.000Z', problem_domain: 'VPN', status: 'resolved', ended_at: '2026-11-23T08:52:00.000Z', flow: 'VPN drops', rejection: null },
      { line: 3, external_ref: 'T-1002', created_at: '2026-11-13T08:31:00.000Z', problem_domain: 'Printing', status: 'escalated', ended_at: '2026-11-23T08:43:00.000Z', flow: null, rejection: null },
      { line: 4, external_ref: 'T-1003', created_at: null, problem_domain: null, status: null, ended_at: null, flow: null, rejection: 'Resolved or Closed lies before Opened' },
    ]);
  });

  it('takes the mapping that it is given', async () => {
    const mapping = { columns: { external_ref: 'a', created_at: 'b' }, date_format: 'MM/dd/yyyy' };
    const { body } = await preview({ file: 'a,b\nX,02/03/2026\n', mapping });
    expect(body).toMatchObject({ format: 'csv', mapping, rows: [{ external_ref: 'X', created_at: '2026-02-02T23:00:00.000Z', status: 'active' }] });
  });

  it('shows the columns of a file that names nothing it knows, and no rows', async () => {
    const { body } = await preview({ file: 'foo,bar\n1,2\n1,3' });
    expect(body).toMatchObject({ columns: [{ name: 'foo', samples: ['1'] }, { name: 'bar', samples: ['2', '3'] }], rows: [] });
  });

  it('reads the beginning of a large file only, and no half line', async () => {
    const rows = Array.from({ length: 40_000 }, (_, index) => `${index},2026-01-05 09:00,"Rue de l’Été"`);
    const { status, body } = await preview({ file: `number,opened,area\n${rows.join('\n')}` });
    expect([status, body.rows.length, body.encoding]).toEqual([200, 5, 'utf-8']);
  });

  it.each<[string, ImportForm, string]>([
    ['an empty file', { file: '' }, '/file'],
    ['a picture', { file: Buffer.from([0x89, 0, 0]) }, '/file'],
    ['a faulty mapping', { file: 'a,b\n', mapping: { columns: { external_ref: 'a', created_at: [] } } }, '/mapping/columns/created_at'],
    ['columns that are not there', { file: 'a,b\n1,2\n', mapping: { columns: { external_ref: 'a', created_at: 'z' } } }, '/file'],
    ['an unknown field', { file: 'a', dry_run: 'true' }, '/dry_run'],
  ])('refuses %s', async (_, form, pointer) => {
    const { status, body } = await preview<ProblemDto>(form);
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, pointer]);
  });
});
