import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import type { CategoryDto } from '@flowpilot/contracts';
import { domainKey } from '@flowpilot/metrics';

import { everyRow } from '../core/list/pages.js';
import { toProblem } from '../core/problem.js';

/** The account's categories, for forms that choose one. */
@Injectable({ providedIn: 'root' })
export class FlowCategories {
  private readonly http = inject(HttpClient);

  /** All of them, by name. Fails with what HttpClient threw. */
  all(): Promise<CategoryDto[]> {
    return everyRow(this.http, '/categories');
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
}

/** The category whose name is the domain, however it is spelled. */
export function categoryOf(domain: string, categories: readonly CategoryDto[]): CategoryDto | undefined {
  return categories.find((category) => domainKey(category.name) === domainKey(domain));
}
