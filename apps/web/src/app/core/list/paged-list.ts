import { HttpClient } from '@angular/common/http';
import { computed, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import type { Page } from '@flowpilot/contracts';

import { LastWrite } from '../last-write.js';
import { type ServerProblem, toProblem } from '../problem.js';
import { retryLater } from '../retry-later.js';
import { LARGEST_PAGE } from './pages.js';

const PAGE_SIZE = 50;

/** Rows of a list of the API, page by page; kept for whoever comes back to the same query. Make it where effects may be. */
export class PagedList<Item> {
  private readonly http = inject(HttpClient);
  private readonly lastWrite = inject(LastWrite);
  private readonly asked = signal<{ query: string; at: Date } | undefined>(undefined);
  private readonly next = signal<string | null>(null);
  /** Tells a read that another has begun meanwhile. */
  private reads = 0;
  /** What is to be tried again. */
  private readonly failed = signal<'read' | 'more'>('read');

  /** Undefined until the first page is there, and while another query loads. */
  readonly items = signal<readonly Item[] | undefined>(undefined);
  /** When they were last read from the first on. */
  readonly readAt = signal<Date | undefined>(undefined);
  readonly problem = signal<ServerProblem | undefined>(undefined);
  /** From when the rows are that could not be read anew. A next page that fails makes none of them old. */
  readonly staleSince = computed(() => (this.problem() !== undefined && this.failed() === 'read' ? this.readAt() : undefined));
  readonly loadingMore = signal(false);
  readonly hasMore = computed(() => this.next() !== null);
  /** The query last asked for; undefined before the first. */
  readonly query = computed(() => this.asked()?.query);

  /** @param path below the API's base, without a query */
  constructor(private readonly path: string) {
    retryLater(this.problem, () => void this.retry());
  }

  /** Shows the rows of a query. The same one again, with nothing written since, asks nothing. */
  async show(query: string): Promise<void> {
    const asked = this.asked();
    const isKept = asked?.query === query && this.items() !== undefined && !this.lastWrite.isAfter(asked.at);
    if (isKept) return;
    if (asked?.query !== query) this.items.set(undefined);
    await this.read(query, this.items()?.length ?? 0);
  }

  reload(): Promise<void> {
    return this.read(this.query() ?? '', this.items()?.length ?? 0);
  }

  /** What has failed: the list anew, or its next page. */
  retry(): Promise<void> {
    return this.failed() === 'read' ? this.reload() : this.more();
  }

  async more(): Promise<void> {
    const cursor = this.next();
    if (cursor === null || this.loadingMore()) return;
    const read = this.reads;
    this.loadingMore.set(true);
    try {
      const page = await this.page(this.query() ?? '', PAGE_SIZE, cursor);
      if (read === this.reads) this.take([...(this.items() ?? []), ...page.items], page.next_cursor);
    } catch (error) {
      if (read === this.reads) this.fail(error, 'more');
    } finally {
      this.loadingMore.set(false);
    }
  }

  /** At least `rows` rows, so that a list which is read anew is not cut short. */
  private async read(query: string, rows: number): Promise<void> {
    const read = (this.reads += 1);
    const at = new Date();
    this.asked.set({ query, at });
    this.problem.set(undefined);
    try {
      const items: Item[] = [];
      let cursor: string | null = null;
      do {
        const page: Page<Item> = await this.page(query, Math.min(LARGEST_PAGE, Math.max(PAGE_SIZE, rows - items.length)), cursor);
        if (read !== this.reads) return;
        items.push(...page.items);
        cursor = page.next_cursor;
      } while (cursor !== null && items.length < rows);
      this.take(items, cursor);
      this.readAt.set(at);
    } catch (error) {
      if (read === this.reads) this.fail(error, 'read');
    }
  }

  private take(items: readonly Item[], next: string | null): void {
    this.items.set(items);
    this.next.set(next);
    this.problem.set(undefined);
  }

  private fail(error: unknown, failed: 'read' | 'more'): void {
    this.failed.set(failed);
    this.problem.set(toProblem(error));
  }

  private page(query: string, limit: number, cursor: string | null): Promise<Page<Item>> {
    const params = new URLSearchParams(query);
    params.set('limit', limit.toString());
    if (cursor !== null) params.set('cursor', cursor);
    return firstValueFrom(this.http.get<Page<Item>>(`${this.path}?${params.toString()}`));
  }
}
