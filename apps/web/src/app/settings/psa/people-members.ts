import { Component, computed, inject, input, output } from '@angular/core';

import type { PsaMemberDto } from '@flowpilot/contracts';

import type { ServerProblem } from '../../core/problem.js';
import { Card } from '../../ui/card/card.js';
import { counted } from '../../ui/format.js';
import { ErrorState } from '../../ui/states/error-state.js';
import { SkeletonRows } from '../../ui/states/skeleton-rows.js';
import { memberChoices } from './member-choices.js';
import { MemberMapping } from './member-mapping.js';

/** Who of the account is whom in the PSA: time and notes are made in the name of the member. */
@Component({
  selector: 'fp-people-members',
  imports: [Card, ErrorState, SkeletonRows],
  providers: [MemberMapping],
  templateUrl: './people-members.html',
  styleUrl: './people-members.css',
})
export class PeopleMembers {
  /** Undefined while they load, or when they could not be had. */
  readonly members = input.required<readonly PsaMemberDto[] | undefined>();
  readonly problem = input.required<ServerProblem | undefined>();
  readonly retry = output();

  protected readonly mapping = inject(MemberMapping);
  protected readonly lines = computed(() => {
    const members = this.members();
    if (members === undefined) return undefined;
    return this.mapping.people()?.map((person) => {
      const chosen = person.psa_member_id ?? '';
      return { person, chosen, choices: memberChoices(members, chosen), error: this.mapping.errorOf(person.id), busy: this.mapping.isSaving(person.id) };
    });
  });
  /** How many people still have no member, and whose could be found. */
  protected readonly summary = computed(() => {
    const without = this.lines()?.filter(({ chosen }) => chosen === '').length ?? 0;
    return without === 0 ? 'Everybody has a member' : `${counted(without, 'person', 'people')} without a member`;
  });
  protected readonly found = computed(() => this.mapping.byEmail(this.members() ?? []));
  protected readonly counted = counted;
}
