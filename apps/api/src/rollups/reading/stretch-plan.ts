import type { LocalDay } from '../../window/index.js';
import type { RolledDay } from './rolled-days.js';

/** Local days that touch each other, whole or cut off; at least one. Of each such stretch of time something is counted. */
export type Stretch = readonly LocalDay[];

const HOUR_MS = 3_600_000;

/** Days that are written to seldom, and days of late: what is counted of the former is good for long. */
export const AGES = ['settled', 'recent'] as const;
export type Age = (typeof AGES)[number];

/** Of a stretch, what the rollups tell: days, and weeks in place of seven of them. */
export interface RolledPart {
  /** Of the stretch, from 1. */
  position: number;
  age: Age;
  days: readonly RolledDay[];
  weeks: readonly string[];
}

/** Of a stretch, what no rollup tells. Milliseconds since 1970, half-open. */
export interface Piece {
  position: number;
  starts_ms: number;
  ends_ms: number;
}

/** A piece of a counted day: no rollup tells it, but its rows are as they were when the day was counted. */
export interface CountedPiece extends Piece {
  day: RolledDay;
}

/** Where the stretches are counted. Rolled parts and both kinds of pieces together are exactly the stretches. */
export interface StretchPlan {
  rolled: RolledPart[];
  counted: CountedPiece[];
  pieces: Piece[];
}

export interface RolledDays {
  byDate: ReadonlyMap<string, RolledDay>;
  /** The first day of late, YYYY-MM-DD. */
  recentFrom: string;
}

/** @param byWeek whether the sums of weeks are asked in place of their days */
export function planStretches(stretches: readonly Stretch[], { byDate, recentFrom }: RolledDays, byWeek: boolean): StretchPlan {
  const plan: StretchPlan = { rolled: [], counted: [], pieces: [] };
  for (const [index, stretch] of stretches.entries()) {
    const position = index + 1;
    const rolled = stretch.map((day) => readable(day, byDate.get(day.date)));
    const counted = stretch.map((day) => countedHours(position, day, byDate.get(day.date)));
    plan.rolled.push(...partsOf(position, rolled.filter((day) => day !== undefined), recentFrom, byWeek));
    plan.counted.push(...counted.filter((piece) => piece !== undefined));
    plan.pieces.push(...piecesOf(position, stretch, stretch.map((_, at) => rolled[at] ?? counted[at])));
  }
  return plan;
}

/** What is counted of the day, if it is counted by the same clocks and lies within what is asked of it. */
function readable({ start, end }: LocalDay, rolled: RolledDay | undefined): RolledDay | undefined {
  if (rolled?.starts_ms !== start.getTime()) return undefined;
  const isWithin = rolled.whole ? rolled.ends_ms === end.getTime() : rolled.ends_ms <= end.getTime();
  return isWithin ? rolled : undefined;
}

/**
 * The full hours (of UTC) of a whole day that is asked only up to a moment of it: a minute later they are the same ones. Whether
 * the day was written to after what is asked may be unknown; within these hours it was not, since late writes are noted by the hour.
 */
function countedHours(position: number, { start, end }: LocalDay, day: RolledDay | undefined): CountedPiece | undefined {
  const endsMs = Math.floor(end.getTime() / HOUR_MS) * HOUR_MS;
  if (day?.starts_ms !== start.getTime() || !day.whole || day.ends_ms <= end.getTime() || endsMs <= day.starts_ms) return undefined;
  return { position, starts_ms: day.starts_ms, ends_ms: endsMs, day };
}

function partsOf(position: number, days: readonly RolledDay[], recentFrom: string, byWeek: boolean): RolledPart[] {
  const weeks = byWeek ? wholeWeeks(days) : new Map<string, readonly RolledDay[]>();
  // A week is as old as its last day.
  const ageOf = (day: RolledDay): Age => ((weeks.get(day.week ?? '')?.at(-1) ?? day).day < recentFrom ? 'settled' : 'recent');
  return AGES.map((age) => {
    const ofAge = days.filter((day) => ageOf(day) === age);
    return { position, age, days: ofAge, weeks: [...weeks.keys()].filter((week) => ofAge.some((day) => day.week === week)) };
  }).filter((part) => part.days.length > 0);
}

/** The weeks that are summed, of which every day is among these and whole. */
function wholeWeeks(days: readonly RolledDay[]): Map<string, readonly RolledDay[]> {
  const byWeek = new Map<string, RolledDay[]>();
  for (const day of days) {
    if (day.week === null || !day.whole) continue;
    const others = byWeek.get(day.week);
    if (others) others.push(day);
    else byWeek.set(day.week, [day]);
  }
  return new Map([...byWeek].filter(([, ofWeek]) => ofWeek.length === 7));
}

/** What is left over of the days, joined where it touches. */
function piecesOf(position: number, stretch: Stretch, told: readonly ({ ends_ms: number } | undefined)[]): Piece[] {
  const pieces: Piece[] = [];
  for (const [index, { start, end }] of stretch.entries()) {
    const startsMs = told[index]?.ends_ms ?? start.getTime();
    if (startsMs >= end.getTime()) continue;
    const before = pieces.at(-1);
    if (before?.ends_ms === startsMs) before.ends_ms = end.getTime();
    else pieces.push({ position, starts_ms: startsMs, ends_ms: end.getTime() });
  }
  return pieces;
}
