import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import type { PsaConnectionDto, PsaConnectionInputDto, PsaConnectionTestDto, PsaMemberDto, PsaMembersDto } from '@flowpilot/contracts';

const PATH = '/psa/connection';

/** The account's connection to its PSA. Every call fails with what HttpClient threw. */
@Injectable({ providedIn: 'root' })
export class ConnectionApi {
  private readonly http = inject(HttpClient);

  /** Null when there is none. */
  async find(): Promise<PsaConnectionDto | null> {
    try {
      return await firstValueFrom(this.http.get<PsaConnectionDto>(PATH));
    } catch (error) {
      if (error instanceof HttpErrorResponse && error.status === 404) return null;
      throw error;
    }
  }

  /** Tries it, stored or not, without changing anything in the PSA. */
  test(connection: PsaConnectionInputDto): Promise<PsaConnectionTestDto> {
    return firstValueFrom(this.http.post<PsaConnectionTestDto>(`${PATH}/test`, connection));
  }

  save(connection: PsaConnectionInputDto): Promise<PsaConnectionDto> {
    return firstValueFrom(this.http.put<PsaConnectionDto>(PATH, connection));
  }

  async remove(): Promise<void> {
    await firstValueFrom(this.http.delete(PATH));
  }

  /** Of the PSA that is connected, by name. */
  async members(): Promise<PsaMemberDto[]> {
    const { items } = await firstValueFrom(this.http.get<PsaMembersDto>('/psa/members'));
    return items.sort((a, b) => a.name.localeCompare(b.name));
  }
}
