import type { ImportDto } from '@flowpilot/contracts';

import { pastImportRow } from '../upload/past-import-rows.js';
import { fileSize, localDay } from '../file-facts.js';
import { IMPORT } from '../import-fixture.js';
import { importPace, timeLeft } from './import-pace.js';
import { reportFacts } from './report-facts.js';

const running: ImportDto = { ...IMPORT, state: 'running', phase: 'sessions', phase_ms: 2_000, total: 890, done: 310 };

describe('how far an import is', () => {
  it.each<[string, Partial<ImportDto>, number | null, string, string]>([
    ['waiting', { state: 'pending' }, null, 'Waiting for its turn', 'The server works on one import at a time.'],
    ['reading', { phase: 'reading', rows: 1_200 }, null, 'Reading the file', '1,200 rows'],
    ['making flows', { phase: 'flows' }, null, 'Looking up flows', '64 rows'],
    ['sending', {}, 310 / 890, 'Importing sessions', '310 of 890 sessions · 155 a second · 4 s left'],
    ['checking', { dry_run: true, phase_ms: 0, done: 0 }, 0, 'Checking sessions', '0 of 890 sessions'],
  ])('is told while %s', (_, given, share, title, detail) => {
    expect(importPace({ ...running, ...given })).toEqual({ share, title, detail });
  });

  it.each([[0.2, '1 s'], [59, '59 s'], [180, '3 min'], [3_900, '1 h 5 min']])('says %s seconds in words', (seconds, words) => {
    expect(timeLeft(seconds)).toBe(words);
  });
});

describe('the report of an import', () => {
  it('says what was read, made and when, in the zone of the account', () => {
    const facts = Object.fromEntries(reportFacts(IMPORT, 'Europe/Paris').map(({ name, value }) => [name, value]));
    expect(facts).toMatchObject({ Read: '64 rows of 64 sessions', Made: '1 category, 2 flows', Took: '9 s' });
    expect(facts['Sessions began']).toMatch(/2.*21/);
    expect(facts['Times moved']).toBeUndefined();
  });

  it('says nothing of what a cancelled check has counted', () => {
    const facts = reportFacts({ ...IMPORT, dry_run: true, state: 'cancelled', rows: 0, finished_at: null }, 'UTC');
    expect(facts.map(({ name }) => name)).toEqual(['File', 'Uploaded']);
  });
});

describe('a past import', () => {
  it.each<[Partial<ImportDto>, string, string]>([
    [{}, 'Imported', '59'],
    [{ state: 'checked', dry_run: true }, 'Checked, not imported', '–'],
    [{ state: 'cancelled', dry_run: true }, 'Not imported', '–'],
    [{ state: 'cancelled' }, 'Cancelled', '59'],
    [{ state: 'failed' }, 'Failed', '59'],
    [{ state: 'running' }, 'Running', '59'],
  ])('%j is called %s', (given, state, accepted) => {
    expect(pastImportRow({ ...IMPORT, ...given }, 'UTC')).toMatchObject({ state, accepted });
  });
});

describe('the facts of a file', () => {
  it.each([[812, /812.byte/], [412_345, /412.kB/], [5_400_000, /5\.4.MB/]])('%s bytes', (bytes, text) => {
    expect(fileSize(bytes)).toMatch(text);
  });

  it('tells the local day', () => expect(localDay('2026-11-01T23:30:00Z', 'Europe/Paris')).toBe('2026-11-02'));
});
