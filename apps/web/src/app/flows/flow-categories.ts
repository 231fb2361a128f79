import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import type { CategoryDto, CategoryPageDto } from '@flowpilot/contracts';
import { domainKey } from '@flowpilot/metrics';

import { toProblem } from '../core/problem.js';

/** The largest page that lists give. */
const PAGE_SIZE = 200;

/** The account's categories, for forms that choose one. */
@Injectable({ providedIn: 'root' })
export class FlowCategories {
  private readonly http = inject(HttpClient);

  /** All of them, by name. Fails with what HttpClient threw. */
  async all(): Promise<CategoryDto[]> {
    const categories: CategoryDto[] = [];
    let cursor: string | null = null;
    do {
      const page: CategoryPageDto = await this.page(cursor);
      categories.push(...page.items);
      cursor = page.next_cursor;
    } while (cursor !== null);
    return categories;
  }

  /** The category of a problem domain: made now, or the one that somebody has made meanwhile. */
  async forDomain(domain: string): Promise<CategoryDto> {
    try {
      return await firstValueFrom(this.http.post<CategoryDto>('/categories', { name: domain }));
    } catch (error) {
      const known = toProblem(error).code === 'conflict' ? categoryOf(domain, await this.all()) : undefined;
      if (known === undefined) throw error;
      return known;
    }
  }

  private page(cursor: string | null): Promise<CategoryPageDto> {
    const params = { limit: PAGE_SIZE, ...(cursor !== null && { cursor }) };
    return firstValueFrom(this.http.get<CategoryPageDto>('/categories', { params }));
  }
}

/** The category whose name is the domain, however it is spelled. */
export function categoryOf(domain: string, categories: readonly CategoryDto[]): CategoryDto | undefined {
  return categories.find((category) => domainKey(category.name) === domainKey(domain));
}
