import { HttpEventType } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import { filter, lastValueFrom, map, Subject, takeUntil, tap } from 'rxjs';

import type { ImportDto } from '@flowpilot/contracts';

import { ImportApi, type Reading } from '../import-api.js';

export interface UploadProgress {
  readonly sent: number;
  readonly total: number;
}

/** The one upload of this page, which a person may cancel. */
@Injectable()
export class FileUpload {
  private readonly api = inject(ImportApi);
  private readonly cancelled = new Subject<void>();

  /** Null while nothing is uploaded. */
  readonly progress = signal<UploadProgress | null>(null);

  /** Undefined when it was cancelled. @throws what HttpClient threw */
  async check(file: File, reading: Reading, shiftToToday: boolean): Promise<ImportDto | undefined> {
    this.progress.set({ sent: 0, total: file.size });
    const events = this.api.check(file, reading, shiftToToday).pipe(
      tap((event) => {
        if (event.type === HttpEventType.UploadProgress) {
          this.progress.set({ sent: event.loaded, total: event.total ?? file.size });
        }
      }),
      filter((event) => event.type === HttpEventType.Response),
      map((event) => event.body ?? undefined),
      takeUntil(this.cancelled),
    );
    try {
      return await lastValueFrom(events, { defaultValue: undefined });
    } finally {
      this.progress.set(null);
    }
  }

  cancel(): void {
    this.cancelled.next();
  }
}
