import { fileURLToPath } from 'node:url';

import { openCsv } from '../reading/csv-file.js';
import { finalRows } from './final-rows.js';
import { flowKey } from './flow-selection.js';
import { type MappedRow, RowMapper } from './row-mapper.js';
import { SERVICENOW_MAPPING } from './servicenow.mapping.js';
import { surveyRows } from './survey.js';
import { TimeReader } from './time-reader.js';
import { wantedFlows } from './wanted-flows.js';

const LOG = fileURLToPath(new URL('../../../test/data/servicenow-incidents/incident_event_log.csv.gz', import.meta.url));
const times = new TimeReader({ format: SERVICENOW_MAPPING.dateFormat, timeZone: 'UTC' });
const open = () => openCsv(LOG, { delimiter: ',', encoding: 'utf-8' });

async function readLog() {
  const first = await open();
  const mapper = new RowMapper(SERVICENOW_MAPPING, first.heading, times);
  const survey = await surveyRows(first.rows, mapper);
  const found: (MappedRow & { line: number })[] = [];
  for await (const row of finalRows((await open()).rows, survey, mapper)) {
    if ('rejection' in row) throw row.rejection;
    found.push({ line: row.line, ...row.mapped });
  }
  return { survey, found };
}

describe('the real incident log', () => {
  it('becomes the sessions, domains and flows that it is known to hold', async () => {
    const { survey, found } = await readLog();
    expect(survey).toMatchObject({ rows: 5998, rowsWithoutReference: 0 });
    const sessions = found.map(({ session }) => session);
    expect(sessions).toHaveLength(890);
    expect(sessions.filter(({ status }) => status === 'resolved')).toHaveLength(499);
    expect(sessions.filter(({ status }) => status === 'escalated')).toHaveLength(391);
    expect(sessions.filter(({ confidence_tier: tier }) => tier === 'guided')).toHaveLength(868);
    expect(new Set(sessions.map((session) => session.problem_domain)).size).toBe(27 + 1);
    expect(sessions.filter((session) => session.problem_domain === null)).toHaveLength(4);

    const flows = wantedFlows(survey, times, SERVICENOW_MAPPING.flows.mostFrequent);
    expect(flows).toHaveLength(62);
    const made = new Set(flows.map(({ key }) => key));
    expect(found.filter(({ flow, isMatched }) => isMatched && flow && made.has(flowKey(flow)))).toHaveLength(667);
  });

  it('takes the last row of a number, and closed_at for a missing resolved_at', async () => {
    const { found } = await readLog();
    expect(found.find(({ session }) => session.external_ref === 'INC0000045')).toMatchObject({
      line: 5,
      session: {
        psa_ticket_id: 'INC0000045',
        created_at: Date.parse('2016-02-29T01:16:00Z'),
        resolved_at: Date.parse('2016-02-29T11:29:00Z'),
        escalated_at: null,
      },
      flow: { name: 'Subcategory 170', category: 'Category 55' },
      isMatched: true,
    });
    expect(found.find(({ session }) => session.external_ref === 'INC0000093')).toMatchObject({ session: { resolved_at: Date.parse('2016-03-05T10:00:00Z') } });
  });
});
