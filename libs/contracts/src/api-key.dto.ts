import { Transform } from 'class-transformer';
import { ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsString, Length } from 'class-validator';

import { type Scope, SCOPES } from '@flowpilot/metrics';

import { trimmed } from './normalised-text.js';
import type { Page } from './page.dto.js';

export class ApiKeyDto {
  id!: string;
  name!: string;
  scopes!: Scope[];
  /** The key's last characters, to tell keys apart. */
  hint!: string;
  created_at!: string;
  /** To the hour. */
  last_used_at!: string | null;
}

export class CreatedApiKeyDto extends ApiKeyDto {
  /** Shown this once. */
  key!: string;
}

export class ApiKeyPageDto implements Page<ApiKeyDto> {
  items!: ApiKeyDto[];
  next_cursor!: string | null;
}

export class CreateApiKeyDto {
  @Transform(trimmed)
  @Length(1, 200)
  @IsString()
  name!: string;

  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(SCOPES, { each: true })
  @IsArray()
  scopes!: Scope[];
}
