import { duration, Progress, progressLine } from './progress.js';

describe('progressLine', () => {
  it('shows how much is done, how fast, and what is left', () => {
    expect(progressLine({ title: 'Uploading', unit: 'sessions', done: 500, total: 2000, elapsed: 1000 })).toBe(
      'Uploading  ██████░░░░░░░░░░░░░░░░░░  25 %  500 of 2,000 sessions  500/s  3 s left',
    );
  });

  it('needs neither a total nor a rate', () => {
    expect(progressLine({ title: 'Reading', unit: 'rows', done: 1500, total: null, elapsed: 500 })).toBe('Reading  1,500 rows  3,000/s');
    expect(progressLine({ title: 'Uploading', unit: 'sessions', done: 0, total: 0, elapsed: 0 })).toContain('100 %  0 of 0');
  });
});

describe('duration', () => {
  it.each([
    [0.2, '1 s'],
    [59.4, '59 s'],
    [200, '3 min 20 s'],
    [3900, '1 h 5 min'],
  ])('says %d s as %s', (seconds, text) => expect(duration(seconds)).toBe(text));
});

describe('Progress', () => {
  function watch(isTTY: boolean) {
    const written: string[] = [];
    let time = 0;
    const progress = new Progress({ isTTY, write: (text) => written.push(text) }, 'Reading', 10, 'rows', () => time);
    return { progress, written, pass: (milliseconds: number) => (time += milliseconds) };
  }

  it('redraws one line on a terminal, not more often than eyes can follow', () => {
    const { progress, written, pass } = watch(true);
    progress.update(1);
    progress.update(2);
    pass(100);
    progress.update(3);
    progress.finish(10);
    expect(written.filter((text) => text.startsWith('\r'))).toHaveLength(3);
    expect(written.at(-1)).toBe('\n');
  });

  it('writes a line now and then elsewhere', () => {
    const { progress, written, pass } = watch(false);
    progress.update(1);
    pass(10_000);
    progress.update(5);
    progress.finish(10);
    expect(written).toHaveLength(2);
    expect(written.every((text) => text.endsWith('\n') && !text.includes('\r'))).toBe(true);
  });
});
