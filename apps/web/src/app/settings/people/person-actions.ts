import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

import type { UserDto } from '@flowpilot/contracts';

import { toProblem } from '../../core/problem.js';
import { Session } from '../../core/session/session.js';
import { Toast } from '../../core/toast.js';
import { Confirmation } from '../../ui/confirm/confirmation.js';
import { menuClosed } from '../../ui/menu-closed.js';
import { LinkDialog, type MadeLink } from './link-dialog.js';
import { PeopleApi } from './people-api.js';
import { PersonDialog } from './person-dialog.js';

type Reload = () => Promise<void>;

/** What the page lets an admin do to people; `reload` is called when the list is no longer right. */
@Injectable()
export class PersonActions {
  private readonly api = inject(PeopleApi);
  private readonly dialog = inject(MatDialog);
  private readonly confirmation = inject(Confirmation);
  private readonly session = inject(Session);
  private readonly toast = inject(Toast);

  async inviteNew(reload: Reload): Promise<void> {
    const user = await this.ask(null);
    if (user) await this.invite(user, reload);
  }

  /** A link for somebody who is there already, new or forgetful. */
  async invite(user: UserDto, reload: Reload): Promise<void> {
    await this.attempt(`Could not make a link for ${user.name}.`, reload, async () => {
      const data: MadeLink = { user, invitation: await this.api.invite(user.id) };
      await firstValueFrom(this.dialog.open(LinkDialog, { data, width: '560px' }).afterClosed());
    });
  }

  async edit(user: UserDto, reload: Reload): Promise<void> {
    const changed = await this.ask(user);
    if (!changed) return;
    this.toast.say(`${changed.name} saved`);
    // The own name stands in the rail.
    if (changed.id === this.session.user()?.id) await this.session.refresh();
    await reload();
  }

  async setActive(user: UserDto, reload: Reload): Promise<void> {
    if (user.is_active && !(await this.confirmsEnd(user))) return;
    await this.attempt(`Could not ${user.is_active ? 'deactivate' : 'activate'} ${user.name}.`, reload, async () => {
      const changed = await this.api.change(user.id, { is_active: !user.is_active });
      this.toast.say(`${changed.name} is ${changed.is_active ? 'active again' : 'deactivated'}`);
    });
  }

  private confirmsEnd({ name }: UserDto): Promise<boolean> {
    return this.confirmation.ask({
      title: `Deactivate ${name}?`,
      text: `${name} is logged out at once and cannot log in until activated again. What they recorded stays.`,
      confirm: `Deactivate ${name}`,
      cancel: 'Keep active',
    });
  }

  private async ask(data: UserDto | null): Promise<UserDto | undefined> {
    await menuClosed();
    const dialog = this.dialog.open<PersonDialog, UserDto | null, UserDto>(PersonDialog, { data, width: '440px' });
    return firstValueFrom(dialog.afterClosed());
  }

  private async attempt(failed: string, reload: Reload, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.toast.problem(failed, toProblem(error), () => void this.attempt(failed, reload, work));
    }
    await reload();
  }
}
