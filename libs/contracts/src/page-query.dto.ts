import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

import { MAX_PAGE_SIZE } from './page.dto.js';

/** What every list takes. */
export class PageQueryDto {
  /** Rows on the page; 50 when omitted. */
  @IsOptional()
  @Type(() => Number)
  @Min(1)
  @Max(MAX_PAGE_SIZE)
  @IsInt()
  limit?: number;

  /** `next_cursor` of the page before. */
  @IsOptional()
  @MaxLength(1000)
  @IsString()
  cursor?: string;
}
