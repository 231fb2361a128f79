import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { CategoryDto, CategoryInputDto, CategoryPageDto, PageQueryDto } from '@flowpilot/contracts';

import { type Actor, CurrentActor, RolesOrScope } from '../auth/index.js';
import { csvFile } from '../http/csv.js';
import { IdPipe } from '../http/id.pipe.js';
import { CATEGORY_COLUMNS } from './category.csv.js';
import { CategoryService } from './category.service.js';

@ApiTags('categories')
@Controller()
export class CategoryController {
  constructor(private readonly categories: CategoryService) {}

  @Get('categories')
  @RolesOrScope('flows:read', 'engineer', 'team_admin')
  list(@CurrentActor() actor: Actor, @Query() query: PageQueryDto): Promise<CategoryPageDto> {
    return this.categories.list(actor, query);
  }

  @Get('categories.csv')
  @ApiProduces('text/csv')
  @RolesOrScope('flows:read', 'engineer', 'team_admin')
  export(@CurrentActor() actor: Actor): StreamableFile {
    return csvFile('categories', CATEGORY_COLUMNS, this.categories.every(actor));
  }

  @Post('categories')
  @RolesOrScope('flows:write', 'team_admin')
  create(@CurrentActor() actor: Actor, @Body() body: CategoryInputDto): Promise<CategoryDto> {
    return this.categories.create(actor, body);
  }

  @Patch('categories/:id')
  @RolesOrScope('flows:write', 'team_admin')
  rename(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: CategoryInputDto,
  ): Promise<CategoryDto> {
    return this.categories.rename(actor, id, body);
  }

  @Delete('categories/:id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @RolesOrScope('flows:write', 'team_admin')
  remove(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.categories.remove(actor, id);
  }
}
