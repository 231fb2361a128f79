import { PREVIEW } from '../import-fixture.js';
import { columnRows, mappedNote } from './column-rows.js';
import { absentTargets, mappingOf, meaningOf, suggestedDraft, withMeaning } from './mapping-draft.js';

const heading = PREVIEW.columns.map(({ name }) => name);
const draft = suggestedDraft(PREVIEW);

describe('a mapping as a person makes it', () => {
  it('begins with what the server suggests, and says the same again', () => {
    expect(draft.targets).toEqual({ Ticket: 'external_ref', Opened: 'created_at', Resolved: 'ended_at', Closed: 'ended_at', State: 'status' });
    expect(draft.referenceIsTicket).toBe(true);
    expect(mappingOf(draft, heading)).toEqual(PREVIEW.mapping);
  });

  it('takes the columns of one target in the order of the file', () => {
    const targets = { Closed: 'ended_at', Resolved: 'ended_at', Ticket: 'external_ref' } as const;
    expect(mappingOf({ ...draft, targets, referenceIsTicket: false }, heading)?.columns).toEqual({
      external_ref: 'Ticket',
      ended_at: ['Resolved', 'Closed'],
    });
  });

  it('lets a column of its own be the ticket', () => {
    const targets = { ...draft.targets, Group: 'psa_ticket_id' } as const;
    expect(mappingOf({ ...draft, targets }, heading)?.columns).toMatchObject({ psa_ticket_id: 'Group' });
  });

  it('has none for a format whose mapping is built in, and needs no columns then', () => {
    const builtIn = { ...draft, format: 'servicenow', targets: {} } as const;
    expect([mappingOf(builtIn, heading), absentTargets(builtIn)]).toEqual([null, []]);
  });

  it('says which required columns are absent', () => {
    expect(absentTargets(draft)).toEqual([]);
    expect(absentTargets({ ...draft, targets: { Ticket: 'external_ref' } })).toEqual(['created_at']);
  });

  it.each([
    ['a listed word', 'Closed - solved', 'resolved'],
    ['our own word in any case', 'ESCALATED', 'escalated'],
    ['another word', 'Parked', ''],
  ])('reads %s', (_, word, meaning) => expect(meaningOf(draft.words, 'status', word)).toBe(meaning));

  it('gives words a meaning, all others too, and takes it away again', () => {
    const other = withMeaning(draft.words, 'status', '*', 'abandoned');
    expect(meaningOf(other, 'status', 'Parked')).toBe('abandoned');
    expect(meaningOf(withMeaning(other, 'status', '*', ''), 'status', 'Parked')).toBe('');
    expect(withMeaning(other, 'status', 'Parked', 'active').status).toEqual({ 'Closed - solved': 'resolved', '*': 'abandoned', Parked: 'active' });
  });
});

describe('the table of columns', () => {
  const rows = columnRows(PREVIEW, draft);

  it('shows what each column becomes, with its first value', () => {
    expect(rows[0]).toMatchObject({ name: 'Ticket', firstValue: 'T-1', target: 'external_ref', translation: null });
    expect(rows[5]).toMatchObject({ name: 'Group', firstValue: '', target: undefined });
    expect(mappedNote(rows)).toBe('5 of 6 mapped');
  });

  it('names words that lead nowhere, and leaves out those for no value', () => {
    expect(rows[4]).toMatchObject({ wordNote: '1 value unknown', hasUnknownWords: true });
    expect(rows[4]?.translation?.words).toEqual([
      { word: 'Closed - solved', meaning: 'resolved' },
      { word: 'Parked', meaning: '' },
      { word: 'Active', meaning: 'active' },
    ]);
    const words = withMeaning(draft.words, 'status', 'Parked', 'active');
    expect(columnRows(PREVIEW, { ...draft, words })[4]).toMatchObject({ wordNote: '3 values mapped', hasUnknownWords: false });
  });
});
