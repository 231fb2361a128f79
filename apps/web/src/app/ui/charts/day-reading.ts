/** What a chart says about one local day: its tooltip, and what a screen reader hears. */
export interface DayReading {
  /** YYYY-MM-DD. */
  date: string;
  rows: readonly ReadingRow[];
  /** Of a day that goes on: until when it is counted. */
  until?: string;
  /** The last line, under a rule. */
  sum?: { label: string; value: string };
}

export interface ReadingRow {
  label: string;
  value: string;
  /** A CSS colour, `var(--…)` included. */
  colour: string;
  /** Drawn as a line in the chart, so keyed by one. */
  line?: boolean;
}

/** The same, where the last day goes on: it looks like a fall and is none. */
export function goingOn(readings: readonly DayReading[], until: string): readonly DayReading[] {
  const last = readings.at(-1);
  return until === '' || last === undefined ? readings : [...readings.slice(0, -1), { ...last, until }];
}

/** "Mon 9 Nov: Entries 36, Hours 31.75 h". */
export function spoken(title: string, reading: DayReading): string {
  const rows = reading.rows.map(({ label, value }) => `${label} ${value}`);
  if (reading.sum) rows.push(`${reading.sum.label} ${reading.sum.value}`);
  return `${title}: ${rows.join(', ')}`;
}
