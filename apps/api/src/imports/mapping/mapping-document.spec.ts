import { readMapping } from './mapping-document.js';

const COLUMNS = { external_ref: 'Id', created_at: 'Opened' };

describe('readMapping', () => {
  it('fills in what is left out', () => {
    expect(readMapping({ columns: COLUMNS })).toEqual({
      columns: { external_ref: ['Id'], created_at: ['Opened'] },
      translations: {},
      flows: { mostFrequent: null, matchedWhen: null },
      missing: [],
      dateFormat: null,
      delimiter: ',',
    });
  });

  it('reads every part', () => {
    const document = {
      columns: { ...COLUMNS, ended_at: ['Resolved', 'Closed'], status: 'State', flow: 'Playbook' },
      values: { status: { Done: 'resolved', '*': 'active' }, confidence_tier: { yes: 'guided' } },
      flows: { most_frequent: 3, matched_when: { column: 'Used', value: 'yes' } },
      missing: ['n/a', ''],
      date_format: 'dd/MM/yyyy',
      delimiter: '\t',
    };
    expect(readMapping(document)).toMatchObject({
      columns: { ended_at: ['Resolved', 'Closed'], flow: ['Playbook'] },
      translations: { status: { Done: 'resolved', '*': 'active' }, confidence_tier: { yes: 'guided' } },
      flows: { mostFrequent: 3, matchedWhen: { column: 'Used', value: 'yes' } },
      missing: ['n/a', ''],
      dateFormat: 'dd/MM/yyyy',
      delimiter: '\t',
    });
  });

  it.each([
    [[], 'the document must be an object'],
    [{}, '/columns must be an object'],
    [{ columns: { created_at: 'Opened' } }, '/columns/external_ref is required'],
    [{ columns: { external_ref: 'Id' } }, '/columns/created_at is required'],
    [{ columns: { ...COLUMNS, oops: 'X' } }, '/columns/oops is not known'],
    [{ columns: { ...COLUMNS, client: 7 } }, '/columns/client must be a list of texts'],
    [{ columns: { ...COLUMNS, client: [] } }, '/columns/client must name a column'],
    [{ columns: { ...COLUMNS, client: ['A', 7] } }, '/columns/client/1 must be a text'],
    [{ columns: COLUMNS, colour: 1 }, '/colour is not known'],
    [{ columns: COLUMNS, values: { status: { 'a/b': 'parked' } } }, '/values/status/a~1b must be one of "active"'],
    [{ columns: COLUMNS, values: { client: {} } }, '/values/client is not known'],
    [{ columns: COLUMNS, flows: { most_frequent: 0 } }, '/flows/most_frequent must be a whole number from 1'],
    [{ columns: COLUMNS, flows: { matched_when: { column: 'X' } } }, '/flows/matched_when/value must be a text'],
    [{ columns: COLUMNS, missing: '?' }, '/missing must be a list of texts'],
    [{ columns: COLUMNS, date_format: '' }, '/date_format must be a text'],
    [{ columns: COLUMNS, delimiter: ';;' }, '/delimiter must be one of'],
  ])('points at what is wrong in %j', (document, message) => {
    expect(() => readMapping(document)).toThrow(message);
  });
});
