import { inject, Injectable, signal } from '@angular/core';

import type { FlowVersionDetailDto, FlowVersionDto } from '@flowpilot/contracts';

import { type ServerProblem, toProblem } from '../../../core/problem.js';
import { FlowApi } from '../../flow-api.js';

/** The versions of one flow, page by page, and the content of those looked at. */
@Injectable()
export class VersionList {
  private readonly api = inject(FlowApi);
  private readonly contents = new Map<number, Promise<FlowVersionDetailDto>>();
  private cursor: string | null = null;
  private flowId = '';

  /** The newest first; undefined until the first page is there. */
  readonly versions = signal<readonly FlowVersionDto[] | undefined>(undefined);
  readonly hasMore = signal(false);
  readonly problem = signal<ServerProblem | undefined>(undefined);

  /** Reads the first page, anew if it was read before. */
  async begin(flowId: string): Promise<void> {
    this.flowId = flowId;
    this.cursor = null;
    this.contents.clear();
    await this.read((items) => this.versions.set(items));
  }

  async more(): Promise<void> {
    await this.read((items) => this.versions.update((known = []) => [...known, ...items]));
  }

  /** Fails with what HttpClient threw. */
  content(version: number): Promise<FlowVersionDetailDto> {
    const known = this.contents.get(version);
    if (known) return known;
    const asked = this.api.version(this.flowId, version);
    this.contents.set(version, asked);
    asked.catch(() => this.contents.delete(version));
    return asked;
  }

  private async read(take: (items: readonly FlowVersionDto[]) => void): Promise<void> {
    this.problem.set(undefined);
    try {
      const page = await this.api.versions(this.flowId, this.cursor);
      this.cursor = page.next_cursor;
      this.hasMore.set(page.next_cursor !== null);
      take(page.items);
    } catch (error) {
      this.problem.set(toProblem(error));
    }
  }
}
