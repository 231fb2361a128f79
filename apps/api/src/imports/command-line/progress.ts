const BAR_WIDTH = 24;
/** Where nobody watches, as in the log of a job, a line now and then is enough. */
const QUIET_INTERVAL_MS = 10_000;
const LIVE_INTERVAL_MS = 100;

export interface ProgressOutput {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** Shows how far the work has come: a bar that redraws itself on a terminal, sparse lines elsewhere. */
export class Progress {
  private readonly started: number;
  private shown = -Infinity;

  constructor(
    private readonly output: ProgressOutput,
    private readonly title: string,
    /** Null while nobody knows how much there is. */
    private readonly total: number | null,
    private readonly unit: string,
    private readonly now: () => number = Date.now,
  ) {
    this.started = now();
    if (!output.isTTY) this.shown = this.started;
  }

  update(done: number): void {
    const now = this.now();
    if (now - this.shown < (this.output.isTTY ? LIVE_INTERVAL_MS : QUIET_INTERVAL_MS)) return;
    this.shown = now;
    this.show(done, now);
  }

  /** Leaves the last state standing. */
  finish(done: number): void {
    this.show(done, this.now());
    if (this.output.isTTY) this.output.write('\n');
  }

  private show(done: number, now: number): void {
    const line = progressLine({ title: this.title, unit: this.unit, done, total: this.total, elapsed: now - this.started });
    this.output.write(this.output.isTTY ? `\r\u001B[2K${line}` : `${line}\n`);
  }
}

export interface ProgressState {
  title: string;
  unit: string;
  done: number;
  total: number | null;
  /** Milliseconds. */
  elapsed: number;
}

export function progressLine({ title, unit, done, total, elapsed }: ProgressState): string {
  const rate = elapsed > 0 ? (done / elapsed) * 1000 : 0;
  const speed = rate > 0 ? `  ${count(rate)}/s` : '';
  if (total === null) return `${title}  ${count(done)} ${unit}${speed}`;
  const share = total === 0 ? 1 : done / total;
  const filled = Math.round(share * BAR_WIDTH);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
  const left = done < total && rate > 0 ? `  ${duration((total - done) / rate)} left` : '';
  const percent = String(Math.floor(share * 100)).padStart(3);
  return `${title}  ${bar} ${percent} %  ${count(done)} of ${count(total)} ${unit}${speed}${left}`;
}

/** Thousands separated, whole. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** Seconds in words: `9 s`, `3 min 20 s`, `1 h 5 min`. */
export function duration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
