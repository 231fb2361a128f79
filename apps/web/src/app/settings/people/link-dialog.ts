import { Component, DOCUMENT, inject, viewChild } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';

import type { InvitationDto, UserDto } from '@flowpilot/contracts';

import { Session } from '../../core/session/session.js';
import { dayAndTime } from '../../ui/dates.js';
import { askBeforeClosing } from '../../ui/confirm/ask-before-closing.js';
import { ShownOnce } from '../shown-once.js';

export interface MadeLink {
  readonly user: UserDto;
  readonly invitation: InvitationDto;
}

/** The link with which somebody sets a password; it is seen here only. */
@Component({
  selector: 'fp-link-dialog',
  imports: [MatDialogModule, ShownOnce],
  template: `
    <h2 mat-dialog-title>Send this link to {{ made.user.name }}</h2>
    <div class="body">
      <p class="muted">With it {{ made.user.email }} sets a password and logs in. It is good once, until {{ until }}, and is shown only now.</p>
      <fp-shown-once label="Link" [secret]="link" />
    </div>
    <div mat-dialog-actions align="end"><button class="btn" type="button" mat-dialog-close>Done</button></div>
  `,
  styleUrl: '../settings-dialog.css',
})
export class LinkDialog {
  protected readonly made = inject<MadeLink>(MAT_DIALOG_DATA);
  private readonly timeZone = inject(Session).user()?.account?.time_zone ?? 'UTC';

  /** The token stands behind the #, which browsers keep to themselves. */
  protected readonly link = `${inject(DOCUMENT).location.origin}/accept-invitation#${this.made.invitation.token}`;
  protected readonly until = dayAndTime(this.made.invitation.expires_at, this.timeZone);
  private readonly secret = viewChild.required(ShownOnce);

  constructor() {
    // Nobody can look at it again: only Done leaves before it is copied.
    askBeforeClosing(() => !this.secret().copied(), {
      title: 'Have you copied the link?',
      text: 'It is shown only now.',
      confirm: 'Close it',
      cancel: 'Keep it open',
    });
  }
}
