import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsNotEmpty, IsString, MaxLength, ValidateNested } from 'class-validator';

import {
  MAX_OPTION_LABEL_LENGTH,
  MAX_STEP_BODY_LENGTH,
  MAX_STEP_ID_LENGTH,
  MAX_STEP_OPTIONS,
  MAX_STEP_TITLE_LENGTH,
  STEP_KINDS,
  STEP_OUTCOMES,
  type StepKind,
  type StepOutcome,
} from '@flowpilot/metrics';

import { Omittable } from './omittable.js';

/** One answer to a question. */
export class StepOptionDto {
  @MaxLength(MAX_OPTION_LABEL_LENGTH)
  @IsString()
  label!: string;

  /** Id of the step that it leads to; missing while unfinished. */
  @Omittable()
  @MaxLength(MAX_STEP_ID_LENGTH)
  @IsString()
  next?: string;
}

/** A step of a flow's decision tree. `options` belong to a question, `next` to an instruction, `outcome` to an outcome. */
export class FlowStepDto {
  /** Unique within the flow; keeps its step's identity from version to version. */
  @IsNotEmpty()
  @MaxLength(MAX_STEP_ID_LENGTH)
  @IsString()
  id!: string;

  @IsIn(STEP_KINDS)
  kind!: StepKind;

  @MaxLength(MAX_STEP_TITLE_LENGTH)
  @IsString()
  title!: string;

  @Omittable()
  @MaxLength(MAX_STEP_BODY_LENGTH)
  @IsString()
  body?: string;

  /** 2 to 10; fewer while unfinished. */
  @Omittable()
  @ArrayMaxSize(MAX_STEP_OPTIONS)
  @ValidateNested({ each: true })
  @Type(() => StepOptionDto)
  @IsArray()
  options?: StepOptionDto[];

  /** Id of the step that follows; missing while unfinished. */
  @Omittable()
  @MaxLength(MAX_STEP_ID_LENGTH)
  @IsString()
  next?: string;

  @Omittable()
  @IsIn(STEP_OUTCOMES)
  outcome?: StepOutcome;
}
