import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { TimeReader } from '../mapping/time-reader.js';
import { shiftToToday } from './day-shift.js';
import { ImportState, stateFolder } from './import-state.js';

const IDENTITY = { contentHash: 'c0ffee', accountId: 'a', url: 'http://127.0.0.1:3000' };

describe('the shift of an import', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-state-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  function shift(newest: string | null, now: string, { timeZone = 'UTC', identity = IDENTITY } = {}) {
    const times = new TimeReader({ format: null, timeZone });
    const survey = { rows: 0, finalRows: new Map(), rowsWithoutReference: 0, flows: [], newest: newest === null ? null : Date.parse(newest) };
    return shiftToToday(new ImportState(folder, identity), survey, times, { now: Date.parse(now), file: 'log.csv' });
  }

  it('brings the newest time to yesterday, by the calendar of the account', async () => {
    expect(await shift('2016-03-02T23:30:00Z', '2016-03-05T00:10:00Z')).toBe(2);
    const kolkata = { timeZone: 'Asia/Kolkata', identity: { ...IDENTITY, accountId: 'b' } };
    // There it is the 3rd already when the newest time falls, and the 5th now.
    expect(await shift('2016-03-02T23:30:00Z', '2016-03-05T00:10:00Z', kolkata)).toBe(1);
  });

  it('moves backwards what lies in the future', async () => {
    expect(await shift('2026-12-24T12:00:00Z', '2026-11-24T12:00:00Z')).toBe(-31);
  });

  it('is used again on every later run of the same import', async () => {
    const first = await shift('2016-03-02T12:00:00Z', '2026-11-24T12:00:00Z');
    expect(await shift('2016-03-02T12:00:00Z', '2026-12-24T12:00:00Z')).toBe(first);
  });

  it('is another one for another file, account or server', async () => {
    const day = '2016-03-02T12:00:00Z';
    await shift(day, '2026-11-24T12:00:00Z');
    for (const other of [{ contentHash: 'x' }, { accountId: 'x' }, { url: 'x' }]) {
      const identity = { ...IDENTITY, ...other };
      expect(await shift(day, '2016-03-04T12:00:00Z', { identity })).toBe(1);
    }
  });

  it('is none when nothing can be imported, and is not kept then', async () => {
    expect(await shift(null, '2026-11-24T12:00:00Z')).toBe(0);
    expect(await readdir(folder)).toEqual([]);
  });

  it('is not guessed anew when what was kept is damaged', async () => {
    await shift('2016-03-02T12:00:00Z', '2026-11-24T12:00:00Z');
    const [name = ''] = await readdir(folder);
    await writeFile(join(folder, name), '{"shift_days": "many"}');
    await expect(shift('2016-03-02T12:00:00Z', '2026-11-24T12:00:00Z')).rejects.toThrow('is damaged');
  });
});

describe('stateFolder', () => {
  it('lies where this person keeps the state of programs', () => {
    expect(stateFolder({ XDG_STATE_HOME: '/state' })).toBe(join('/state', 'flowpilot-analytics', 'imports'));
    expect(stateFolder({})).toContain(join('.local', 'state', 'flowpilot-analytics'));
  });
});
