import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  HttpStatus,
  Param,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';

import { ImportDto, ImportPageDto, ImportPreviewDto, ImportRejectionPageDto, PageQueryDto } from '@flowpilot/contracts';

import { type Actor, CurrentActor, Roles } from '../auth/index.js';
import { MULTIPART } from '../http/body-parsers.js';
import { csvFile } from '../http/csv.js';
import { IdPipe } from '../http/id.pipe.js';
import { IMPORT_FORM, PREVIEW_FORM } from './import-forms.js';
import { IMPORT_COLUMNS, REJECTION_COLUMNS } from './import.csv.js';
import { ImportService } from './import.service.js';
import { ImportPreviewService } from './preview/import-preview.service.js';

@ApiTags('imports')
@Controller()
@Roles('team_admin')
export class ImportController {
  constructor(
    private readonly imports: ImportService,
    private readonly previews: ImportPreviewService,
  ) {}

  @Get('imports')
  list(@CurrentActor() actor: Actor, @Query() query: PageQueryDto): Promise<ImportPageDto> {
    return this.imports.list(actor, query);
  }

  /** Takes a .csv or .csv.gz; the work is done afterwards. */
  @Post('imports')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiConsumes(MULTIPART)
  @ApiBody(IMPORT_FORM)
  receive(
    @CurrentActor() actor: Actor,
    @Body() body: object | undefined,
    @Headers('content-type') contentType: string | undefined,
  ): Promise<ImportDto> {
    return this.imports.receive(actor, body, contentType);
  }

  /** What stands at the beginning of a file, and what would come of it. Nothing is kept. */
  @Post('imports/preview')
  @HttpCode(HttpStatus.OK)
  @ApiConsumes(MULTIPART)
  @ApiBody(PREVIEW_FORM)
  preview(
    @CurrentActor() actor: Actor,
    @Body() body: object | undefined,
    @Headers('content-type') contentType: string | undefined,
  ): Promise<ImportPreviewDto> {
    return this.previews.preview(actor, body, contentType);
  }

  @Get('imports.csv')
  export(@CurrentActor() actor: Actor): StreamableFile {
    return csvFile('imports', IMPORT_COLUMNS, this.imports.every(actor));
  }

  @Get('imports/:id')
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ImportDto> {
    return this.imports.get(actor, id);
  }

  /** Does what its dry run has foretold. */
  @Post('imports/:id/start')
  @HttpCode(HttpStatus.ACCEPTED)
  start(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ImportDto> {
    return this.imports.start(actor, id);
  }

  /** What is stored stays stored. */
  @Post('imports/:id/cancel')
  @HttpCode(HttpStatus.OK)
  cancel(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ImportDto> {
    return this.imports.cancel(actor, id);
  }

  @Get('imports/:id/rejections')
  rejections(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: PageQueryDto,
  ): Promise<ImportRejectionPageDto> {
    return this.imports.rejections(actor, id, query);
  }

  @Get('imports/:id/rejections.csv')
  async exportRejections(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    return csvFile('rejected-rows', REJECTION_COLUMNS, await this.imports.everyRejection(actor, id));
  }
}
