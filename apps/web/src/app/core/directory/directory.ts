import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';

import type { FlowDto, UserDto } from '@flowpilot/contracts';

import { LastWrite } from '../last-write.js';
import { everyRow } from '../list/pages.js';
import { type ServerProblem, toProblem } from '../problem.js';
import { retryLater } from '../retry-later.js';
import { administers } from '../session/access-guards.js';
import { Session } from '../session/session.js';

/** The names of the account's flows and people, for lists that know only their ids, and for filters to choose from. */
@Injectable({ providedIn: 'root' })
export class Directory {
  private readonly http = inject(HttpClient);
  private readonly user = inject(Session).user;
  private readonly lastWrite = inject(LastWrite);
  private readonly flowRows = signal<readonly FlowDto[]>([]);
  private readonly userRows = signal<readonly Pick<UserDto, 'id' | 'name'>[]>([]);
  private readonly problem = signal<ServerProblem | undefined>(undefined);
  private readAt: Date | undefined;

  /** Whether the names could not be read when they were last asked for. */
  readonly unread = computed(() => this.problem() !== undefined);
  /** By name. */
  readonly flows = computed(() => [...this.flowRows()].sort((a, b) => a.name.localeCompare(b.name)));
  readonly people = computed(() => [...this.userRows()].sort((a, b) => a.name.localeCompare(b.name)));
  /** The categories of the flows, by name. */
  readonly domains = computed(() => [...new Set(this.flows().flatMap(({ category }) => category ?? []))].sort());
  private readonly flowNames = computed(() => new Map(this.flowRows().map(({ id, name }) => [id, name])));
  private readonly userNames = computed(() => new Map(this.userRows().map(({ id, name }) => [id, name])));

  constructor() {
    retryLater(this.problem, () => void this.load());
  }

  /** Undefined while it is not known. */
  flowName(id: string): string | undefined {
    return this.flowNames().get(id);
  }

  userName(id: string): string | undefined {
    return this.userNames().get(id);
  }

  /** Reads the names unless they are known. Without them lists show what they have, so a failure is no error of theirs. */
  async load(): Promise<void> {
    if (this.readAt !== undefined && !this.lastWrite.isAfter(this.readAt)) return;
    this.readAt = new Date();
    try {
      await Promise.all([this.readFlows(), this.readPeople()]);
      this.problem.set(undefined);
    } catch (error) {
      this.readAt = undefined;
      this.problem.set(toProblem(error));
    }
  }

  private async readFlows(): Promise<void> {
    this.flowRows.set(await everyRow<FlowDto>(this.http, '/flows'));
  }

  /** An engineer sees only sessions of their own. */
  private async readPeople(): Promise<void> {
    const me = this.user();
    if (administers(me)) this.userRows.set(await everyRow<UserDto>(this.http, '/users'));
    else if (me !== undefined) this.userRows.set([me]);
  }
}
