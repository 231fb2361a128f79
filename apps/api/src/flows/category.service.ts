import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';

import type { CategoryDto, CategoryInputDto, Page, PageQueryDto } from '@flowpilot/contracts';
import { collapseWhiteSpace, domainKey } from '@flowpilot/metrics';

import type { Actor } from '../auth/index.js';
import { isForeignKeyViolation, isUniqueViolation } from '../database/constraint-violation.js';
import { Database } from '../database/database.js';
import { nameCursor } from '../http/cursor-key.js';
import { everyRow } from '../http/every-row.js';
import { pageSize, toPage } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { Clock } from '../time/clock.js';
import { type CategoryRow, deleteCategory, insertCategory, renameCategory, selectCategories } from './category.query.js';

const EXPORT_PAGE_SIZE = 1_000;

@Injectable()
export class CategoryService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** By name. */
  async list({ accountId }: Actor, query: PageQueryDto): Promise<Page<CategoryDto>> {
    const rows = await selectCategories(this.database, accountId, nameCursor(query.cursor), pageSize(query) + 1);
    return toPage(rows, query, listKey, toCategoryDto);
  }

  /** All of the account's, by name. */
  async *every({ accountId }: Actor): AsyncGenerator<CategoryDto> {
    const rows = everyRow<CategoryRow>((last) =>
      selectCategories(this.database, accountId, last && listKey(last), EXPORT_PAGE_SIZE),
    );
    for await (const row of rows) yield toCategoryDto(row);
  }

  /** @throws Problem `conflict` when the account has a category of that name, in whatever spelling. */
  async create({ accountId }: Actor, { name }: CategoryInputDto): Promise<CategoryDto> {
    const row = await insertCategory(this.database, { accountId, id: newId(), ...this.naming(name) });
    if (!row) throw nameTaken();
    return toCategoryDto(row);
  }

  /** @throws Problem `not_found`, or `conflict` when another category has that name. */
  async rename({ accountId }: Actor, id: string, { name }: CategoryInputDto): Promise<CategoryDto> {
    try {
      const row = await renameCategory(this.database, { accountId, id, ...this.naming(name) });
      if (!row) throw Problem.notFound('category');
      return toCategoryDto(row);
    } catch (error) {
      throw isUniqueViolation(error, 'categories_key_unique') ? nameTaken() : error;
    }
  }

  /** @throws Problem `not_found`, or `conflict` while the category has flows, active or not. */
  async remove({ accountId }: Actor, id: string): Promise<void> {
    try {
      if (!(await deleteCategory(this.database, accountId, id))) throw Problem.notFound('category');
    } catch (error) {
      if (!isForeignKeyViolation(error, 'flows_categories_fk')) throw error;
      throw new Problem('conflict', 'The category has flows. Move them to another category first.');
    }
  }

  private naming(name: string): { name: string; key: string; now: Date } {
    const key = domainKey(name);
    if (key === '') throw Problem.invalid('/name', 'name must not be blank');
    return { name: collapseWhiteSpace(name), key, now: this.clock.now() };
  }
}

function listKey(row: CategoryRow): string[] {
  return [row.sort_name, row.id];
}

function nameTaken(): Problem {
  return new Problem('conflict', 'The account has a category of this name.');
}

function toCategoryDto(row: CategoryRow): CategoryDto {
  return {
    id: row.id,
    name: row.name,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}
