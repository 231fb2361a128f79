import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import type { CreateUserDto, InvitationDto, UpdateUserDto, UserDto } from '@flowpilot/contracts';

/** What the settings do to people. Each fails with what HttpClient threw. */
@Injectable({ providedIn: 'root' })
export class PeopleApi {
  private readonly http = inject(HttpClient);

  create(person: CreateUserDto): Promise<UserDto> {
    return firstValueFrom(this.http.post<UserDto>('/users', person));
  }

  change(id: string, changes: UpdateUserDto): Promise<UserDto> {
    return firstValueFrom(this.http.patch<UserDto>(`/users/${id}`, changes));
  }

  /** The link before it is worth nothing from then on. */
  invite(id: string): Promise<InvitationDto> {
    return firstValueFrom(this.http.post<InvitationDto>(`/users/${id}/invitation`, {}));
  }
}
