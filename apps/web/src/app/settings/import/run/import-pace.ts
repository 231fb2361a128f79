import type { ImportDto } from '@flowpilot/contracts';

import { count, counted } from '../../../ui/format.js';

/** How far a running import is, in words and as a share. */
export interface ImportPace {
  readonly title: string;
  /** 0 to 1; null while nobody knows. */
  readonly share: number | null;
  readonly detail: string;
}

export function importPace(given: ImportDto): ImportPace {
  const verb = given.dry_run ? 'Checking' : 'Importing';
  if (given.state === 'pending') {
    return { title: 'Waiting for its turn', share: null, detail: 'The server works on one import at a time.' };
  }
  if (given.phase === 'reading') return { title: 'Reading the file', share: null, detail: counted(given.rows, 'row') };
  if (given.phase === 'flows' || given.total === null) {
    return { title: 'Looking up flows', share: null, detail: counted(given.rows, 'row') };
  }
  const share = given.total === 0 ? 1 : given.done / given.total;
  return { title: `${verb} sessions`, share, detail: sessionPace(given, given.total) };
}

/** `250 of 890 sessions · 1,200 a second · 3 s left` */
function sessionPace({ done, phase_ms: elapsed }: ImportDto, total: number): string {
  const rate = elapsed === null || elapsed <= 0 ? 0 : (done / elapsed) * 1000;
  const pace = rate > 0 ? ` · ${count(rate)} a second · ${timeLeft((total - done) / rate)} left` : '';
  return `${count(done)} of ${counted(total, 'session')}${pace}`;
}

/** Seconds in words: `9 s`, `3 min`, `1 h 5 min` */
export function timeLeft(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.round(whole / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
