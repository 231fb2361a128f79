import { HttpClient } from '@angular/common/http';
import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import type { JobDto, JobPageDto } from '@flowpilot/contracts';

import { type ServerProblem, toProblem } from '../../core/problem.js';
import { retryLater } from '../../core/retry-later.js';
import { Toast } from '../../core/toast.js';
import { isOpen } from './job-view.js';

/** How soon a run that waits or is at work is looked at again. */
const LOOK_EVERY_MS = 1500;

/** The jobs and their runs; while one is open, as it goes on. Provided by the page, and looks no more once that is left. */
@Injectable()
export class JobsStore {
  private readonly http = inject(HttpClient);
  private readonly toast = inject(Toast);
  private next: ReturnType<typeof setTimeout> | undefined;
  private left = false;

  readonly jobs = signal<readonly JobDto[] | undefined>(undefined);
  readonly readAt = signal<Date | undefined>(undefined);
  /** Of the latest read. What was read before stays, and so does this until the next is answered. */
  readonly problem = signal<ServerProblem | undefined>(undefined);
  private readonly busy = computed(() => this.jobs()?.some(({ last_runs: runs }) => runs.some(isOpen)) ?? false);

  constructor() {
    retryLater(this.problem, () => void this.load());
    inject(DestroyRef).onDestroy(() => {
      this.left = true;
      clearTimeout(this.next);
    });
  }

  async load(): Promise<void> {
    clearTimeout(this.next);
    if (this.jobs() === undefined) this.problem.set(undefined);
    try {
      const { items } = await firstValueFrom(this.http.get<JobPageDto>('/jobs'));
      this.jobs.set(items);
      this.readAt.set(new Date());
      this.problem.set(undefined);
    } catch (error) {
      this.problem.set(toProblem(error));
    }
    if (this.busy() && !this.left && this.problem()?.retryAt === undefined) this.next = setTimeout(() => void this.load(), LOOK_EVERY_MS);
  }

  async run(name: string): Promise<void> {
    try {
      await firstValueFrom(this.http.post(`/jobs/${name}/run`, {}));
    } catch (error) {
      this.toast.problem('Could not run the job.', toProblem(error), () => void this.run(name));
    }
    await this.load();
  }
}
