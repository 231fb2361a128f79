import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import type {
  CreateFlowDto,
  FlowDetailDto,
  FlowVersionDetailDto,
  FlowVersionPageDto,
  UpdateFlowDto,
} from '@flowpilot/contracts';

/** Flows and their versions on the server. Every call fails with what HttpClient threw. */
@Injectable({ providedIn: 'root' })
export class FlowApi {
  private readonly http = inject(HttpClient);

  get(id: string): Promise<FlowDetailDto> {
    return firstValueFrom(this.http.get<FlowDetailDto>(flowPath(id)));
  }

  create(flow: CreateFlowDto): Promise<FlowDetailDto> {
    return firstValueFrom(this.http.post<FlowDetailDto>('/flows', flow));
  }

  change(id: string, change: UpdateFlowDto): Promise<FlowDetailDto> {
    return firstValueFrom(this.http.patch<FlowDetailDto>(flowPath(id), change));
  }

  /** The newest first; `cursor` is null for the first page. */
  versions(id: string, cursor: string | null, limit = 50): Promise<FlowVersionPageDto> {
    const params = { limit, ...(cursor !== null && { cursor }) };
    return firstValueFrom(this.http.get<FlowVersionPageDto>(`${flowPath(id)}/versions`, { params }));
  }

  version(id: string, version: number): Promise<FlowVersionDetailDto> {
    return firstValueFrom(this.http.get<FlowVersionDetailDto>(`${flowPath(id)}/versions/${version}`));
  }

  /** `current` is the version that the flow is thought to be at. */
  restore(id: string, version: number, current: number): Promise<FlowDetailDto> {
    const path = `${flowPath(id)}/versions/${version}/restore`;
    return firstValueFrom(this.http.post<FlowDetailDto>(path, { version: current }));
  }
}

/** Below the API's base: `/flows/0198…` */
export function flowPath(id: string): string {
  return `/flows/${encodeURIComponent(id)}`;
}
