import { Component, computed, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatMenuModule } from '@angular/material/menu';

import { Icon } from '../../ui/icon.js';
import { menuClosed } from '../../ui/menu-closed.js';
import { toProblem } from '../problem.js';
import { Session } from '../session/session.js';
import { ShellShortcuts } from '../shortcuts/shell-shortcuts.js';
import { Theme, THEMES } from '../theme.js';
import { Toast } from '../toast.js';
import { initials, ROLE_NAMES } from './person.js';
import { THEME_ICONS } from './theme-icons.js';

/** Who is logged in and where, the theme, and the way out. */
@Component({
  selector: 'fp-account-menu',
  imports: [Icon, MatMenuModule],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.css',
})
export class AccountMenu {
  private readonly session = inject(Session);
  private readonly toast = inject(Toast);
  private readonly dialog = inject(MatDialog);
  protected readonly shortcuts = inject(ShellShortcuts);
  protected readonly theme = inject(Theme);
  protected readonly themes = THEMES.map((choice) => ({ choice, icon: THEME_ICONS[choice] }));
  protected readonly person = computed(() => {
    const user = this.session.user();
    if (user === undefined) return undefined;
    const role = ROLE_NAMES[user.role];
    const place = user.account?.name ?? 'No account';
    return { name: user.name, email: user.email, role, place, initials: initials(user.name) };
  });

  protected async changePassword(): Promise<void> {
    const { ChangePasswordDialog } = await import('../password/change-password-dialog.js');
    await menuClosed();
    this.dialog.open(ChangePasswordDialog, { width: '400px' });
  }

  protected async logOut(): Promise<void> {
    try {
      await this.session.logOut();
    } catch (error) {
      this.toast.problem('Could not log out.', toProblem(error), () => void this.logOut());
    }
  }
}
