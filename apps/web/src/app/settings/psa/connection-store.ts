import { computed, inject, Injectable, linkedSignal, resource } from '@angular/core';

import type { PsaConnectionDto, PsaMemberDto } from '@flowpilot/contracts';

import { toProblem } from '../../core/problem.js';
import { retryLater } from '../../core/retry-later.js';
import { ConnectionApi } from './connection-api.js';

/** The connection as it is stored, and the members of the PSA behind it. */
@Injectable()
export class ConnectionStore {
  private readonly api = inject(ConnectionApi);
  private readonly read = resource({ loader: () => this.api.find() });

  /** Null when there is none; undefined until that is known. */
  readonly connection = linkedSignal<PsaConnectionDto | null | undefined>(() => (this.read.hasValue() ? this.read.value() : undefined));
  readonly problem = computed(() => {
    const error = this.read.error();
    return error && toProblem(error);
  });
  private readonly listed = resource({
    /** What is saved may be another PSA, or another key. */
    params: () => (this.connection()?.capabilities.members === true ? this.connection()?.updated_at : undefined),
    loader: () => this.api.members(),
  });
  /** Undefined while they load, or where the PSA has none. */
  readonly members = computed<readonly PsaMemberDto[] | undefined>(() => (this.listed.hasValue() ? this.listed.value() : undefined));
  readonly membersProblem = computed(() => {
    const error = this.listed.error();
    return error && toProblem(error);
  });

  constructor() {
    retryLater(this.problem, () => this.reload());
    retryLater(this.membersProblem, () => this.reloadMembers());
  }

  reload(): void {
    this.read.reload();
  }

  reloadMembers(): void {
    this.listed.reload();
  }
}
