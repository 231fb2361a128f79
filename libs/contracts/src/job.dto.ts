import { IsIn, IsOptional, IsString } from 'class-validator';

import type { Page } from './page.dto.js';

export type JobRunState = 'queued' | 'running' | 'completed' | 'failed';

/** One run of a job for the account that asks. */
export class JobRunDto {
  id!: string;
  state!: JobRunState;
  /** Whether it ran by its schedule or because someone asked. */
  trigger!: 'schedule' | 'demand';
  /** Null while it is queued. */
  started_at!: string | null;
  /** Null until it has ended. */
  duration_ms!: number | null;
  /** What it did, as counts; null until it is completed. */
  result!: Record<string, number> | null;
  /** Why it failed, or failed so far; null otherwise. */
  error!: string | null;
}

export class JobDto {
  name!: string;
  /** Cron expression, UTC. */
  schedule!: string;
  next_run_at!: string;
  /** The latest ones, newest first. */
  last_runs!: JobRunDto[];
}

export class JobPageDto implements Page<JobDto> {
  items!: JobDto[];
  next_cursor!: string | null;
}

export class JobRunFilterDto {
  /** The runs of this job only. */
  @IsOptional()
  @IsString()
  name?: string;
}

export class RunJobQueryDto {
  /** Wait for the end of the run and answer with its result. */
  @IsOptional()
  @IsIn(['true', 'false'])
  wait?: 'true' | 'false';
}
