import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import type {
  LoggedTimesDto,
  LogTimeDto,
  PostNoteDto,
  PsaPushDto,
  PsaPushPageDto,
  PsaStatusesDto,
  PushDraftDto,
  PushRetryDto,
  UnloggedTimeEntryDto,
} from '@flowpilot/contracts';

import { LARGEST_PAGE, pagesOf } from '../core/list/pages.js';

/** As many as a person may have sent at once from the longest list. */
const MOST_PAGES = 10;

/** Pushes to the PSA, on the server. Every call fails with what HttpClient threw. */
@Injectable({ providedIn: 'root' })
export class PsaApi {
  private readonly http = inject(HttpClient);

  /** The session's latest pushes, newest first. */
  async pushesOf(sessionId: string): Promise<PsaPushDto[]> {
    const { items } = await this.get<PsaPushPageDto>(`${ofSession(sessionId)}/pushes?limit=${LARGEST_PAGE.toString()}`);
    return items;
  }

  /** The account's latest time entries, newest first, page by page. */
  async *latestTimeEntries(): AsyncGenerator<readonly PsaPushDto[]> {
    let pages = 0;
    for await (const page of pagesOf<PsaPushDto>(this.http, '/psa/pushes', { kind: 'time_entry' })) {
      yield page;
      if ((pages += 1) === MOST_PAGES) return;
    }
  }

  draft(sessionId: string): Promise<PushDraftDto> {
    return this.get(`${ofSession(sessionId)}/draft`);
  }

  statuses(sessionId: string): Promise<PsaStatusesDto> {
    return this.get(`${ofSession(sessionId)}/statuses`);
  }

  postNote(sessionId: string, note: PostNoteDto): Promise<PsaPushDto> {
    return this.post(`${ofSession(sessionId)}/notes`, note);
  }

  logTime(sessionId: string, time: LogTimeDto): Promise<PsaPushDto> {
    return this.post(`${ofSession(sessionId)}/time-entries`, time);
  }

  setStatus(sessionId: string, status: string): Promise<PsaPushDto> {
    return this.post(`${ofSession(sessionId)}/status`, { status });
  }

  retry(id: string): Promise<PsaPushDto> {
    return this.post(`/psa/pushes/${id}/retry`, {});
  }

  retryAll(): Promise<PushRetryDto> {
    return this.post('/psa/pushes/retry', {});
  }

  dismiss(id: string, reason: string): Promise<PsaPushDto> {
    return this.post(`/psa/pushes/${id}/dismiss`, { reason });
  }

  logUnlogged(entries: UnloggedTimeEntryDto[]): Promise<LoggedTimesDto> {
    return this.post('/psa/unlogged/time-entries', { entries });
  }

  private get<Answer>(path: string): Promise<Answer> {
    return firstValueFrom(this.http.get<Answer>(path));
  }

  private post<Answer>(path: string, body: object): Promise<Answer> {
    return firstValueFrom(this.http.post<Answer>(path, body));
  }
}

/** Where a session's pushes are a file. */
export function pushesCsvPath(sessionId: string): string {
  return `${ofSession(sessionId)}/pushes.csv`;
}

function ofSession(id: string): string {
  return `/sessions/${encodeURIComponent(id)}/psa`;
}
