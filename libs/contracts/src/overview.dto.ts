import { CoverageRowDto } from './coverage.dto.js';
import { FlowQualityRowDto } from './flow-quality.dto.js';
import { WindowDto } from './window.dto.js';

/** A figure beside the previous window's. `change` is a ratio for counts, minutes and hours, a difference for rates. */
export class ChangingFigureDto {
  value!: number | null;
  previous!: number | null;
  /** 3 decimals; null where undefined. */
  change!: number | null;
}

export class OverviewDayDto {
  /** Local day, YYYY-MM-DD. */
  date!: string;
  resolved!: number;
  escalated!: number;
  abandoned!: number;
  active!: number;
  guided!: number;
  median_resolution_minutes!: number | null;
  hours_logged!: number;
}

export class TierSplitDto {
  guided!: number;
  exploring!: number;
  discovery!: number;
  none!: number;
}

export class OverviewDto {
  sessions!: ChangingFigureDto;
  resolution_rate!: ChangingFigureDto;
  escalation_rate!: ChangingFigureDto;
  guided_rate!: ChangingFigureDto;
  median_resolution_minutes!: ChangingFigureDto;
  hours_logged!: ChangingFigureDto;
  active_flows!: number;
  daily!: OverviewDayDto[];
  tiers!: TierSplitDto;
  top_domains!: CoverageRowDto[];
  needs_attention!: FlowQualityRowDto[];
  window!: WindowDto;
}
