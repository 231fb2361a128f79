import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import type { SessionDto, SessionTimelineDto, UpdateSessionDto } from '@flowpilot/contracts';

export type SessionStep = 'resolve' | 'escalate' | 'abandon' | 'reopen';

/** Sessions on the server. Every call fails with what HttpClient threw. */
@Injectable({ providedIn: 'root' })
export class SessionApi {
  private readonly http = inject(HttpClient);

  get(id: string): Promise<SessionDto> {
    return firstValueFrom(this.http.get<SessionDto>(sessionPath(id)));
  }

  timeline(id: string): Promise<SessionTimelineDto> {
    return firstValueFrom(this.http.get<SessionTimelineDto>(`${sessionPath(id)}/timeline`));
  }

  change(id: string, change: UpdateSessionDto): Promise<SessionDto> {
    return firstValueFrom(this.http.patch<SessionDto>(sessionPath(id), change));
  }

  step(id: string, step: SessionStep, note: string): Promise<SessionDto> {
    return firstValueFrom(this.http.post<SessionDto>(`${sessionPath(id)}/${step}`, { note: note.trim() === '' ? null : note }));
  }

  match(id: string, flowId: string): Promise<SessionDto> {
    return firstValueFrom(this.http.post<SessionDto>(`${sessionPath(id)}/match`, { flow_id: flowId }));
  }

  async remove(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(sessionPath(id)));
  }
}

function sessionPath(id: string): string {
  return `/sessions/${encodeURIComponent(id)}`;
}
