import { HttpClient } from '@angular/common/http';
import { inject, Injectable, linkedSignal, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import type { PsaMemberDto, UserDto } from '@flowpilot/contracts';

import { toProblem } from '../../core/problem.js';
import { Toast } from '../../core/toast.js';
import { counted } from '../../ui/format.js';
import { wholeList } from '../whole-list.js';
import { memberByEmail } from './member-choices.js';

interface FoundMember {
  readonly person: UserDto;
  readonly memberId: string;
}

/** The people of the account and their members of the PSA; each choice is saved at once. */
@Injectable()
export class MemberMapping {
  private readonly http = inject(HttpClient);
  private readonly toast = inject(Toast);
  private readonly errors = signal<ReadonlyMap<string, string>>(new Map());
  private readonly saving = signal<ReadonlySet<string>>(new Set());

  private readonly list = wholeList<UserDto>('/users');
  /** Those who can log in, by name; undefined until they are read. */
  readonly people = linkedSignal(() => {
    const people = this.list.items()?.filter(({ is_active: isActive }) => isActive);
    return people?.sort((a, b) => a.name.localeCompare(b.name));
  });
  readonly problem = this.list.problem;

  errorOf(id: string): string | undefined {
    return this.errors().get(id);
  }

  isSaving(id: string): boolean {
    return this.saving().has(id);
  }

  /** People without a member, who have one with their e-mail address. */
  byEmail(members: readonly PsaMemberDto[]): FoundMember[] {
    return (this.people() ?? []).flatMap((person) => {
      const member = person.psa_member_id === null ? memberByEmail(members, person.email) : undefined;
      return member === undefined ? [] : [{ person, memberId: member.id }];
    });
  }

  load(): Promise<void> {
    return this.list.load();
  }

  async choose(person: UserDto, memberId: string): Promise<void> {
    if (await this.save(person, memberId === '' ? null : memberId)) this.toast.say(`Saved for ${person.name}`);
  }

  async chooseFound(found: readonly FoundMember[]): Promise<void> {
    let saved = 0;
    for (const { person, memberId } of found) if (await this.save(person, memberId)) saved += 1;
    this.toast.say(`${counted(saved, 'person', 'people')} mapped by e-mail`);
  }

  private async save(person: UserDto, memberId: string | null): Promise<boolean> {
    const { id } = person;
    this.saving.update((saving) => new Set(saving).add(id));
    try {
      const saved = await firstValueFrom(this.http.patch<UserDto>(`/users/${id}`, { psa_member_id: memberId }));
      this.people.update((people) => people?.map((other) => (other.id === id ? saved : other)));
      this.tell(id, undefined);
      return true;
    } catch (error) {
      this.tell(id, toProblem(error).detail);
      return false;
    } finally {
      this.saving.update((saving) => new Set([...saving].filter((other) => other !== id)));
    }
  }

  private tell(id: string, error: string | undefined): void {
    this.errors.update((errors) => new Map([...errors].filter(([other]) => other !== id).concat(error === undefined ? [] : [[id, error]])));
  }
}
