import { InitialSchema1790000000000 } from './1790000000000-initial-schema.js';
import { PsaOutbox1790000500000 } from './1790000500000-psa-outbox.js';
import { ImportsAndInvitations1790000600000 } from './1790000600000-imports-and-invitations.js';
import { ClosedHours1790001000000 } from './1790001000000-closed-hours.js';
import { DayTotals1790000800000 } from './1790000800000-day-totals.js';
import { WeekSums1790000900000 } from './1790000900000-week-sums.js';
import { Rollups1790000700000 } from './1790000700000-rollups.js';
import { CountsWithoutKeys1790001100000 } from './1790001100000-counts-without-keys.js';
import { WhenDaysWereCounted1790001200000 } from './1790001200000-when-days-were-counted.js';
import { ActiveFlowsByIndex1790001300000 } from './1790001300000-active-flows-by-index.js';

/** Append-only, oldest first. */
export const migrations = [
  InitialSchema1790000000000,
  PsaOutbox1790000500000,
  ImportsAndInvitations1790000600000,
  Rollups1790000700000,
  DayTotals1790000800000,
  WeekSums1790000900000,
  ClosedHours1790001000000,
  CountsWithoutKeys1790001100000,
  WhenDaysWereCounted1790001200000,
  ActiveFlowsByIndex1790001300000,
];
