import { Component, DOCUMENT, inject, viewChild } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';

import type { CreatedApiKeyDto } from '@flowpilot/contracts';

import { askBeforeClosing } from '../../ui/confirm/ask-before-closing.js';
import { ShownOnce } from '../shown-once.js';

/** The key, seen here only, and a line that uses it. */
@Component({
  selector: 'fp-made-key-dialog',
  imports: [MatDialogModule, ShownOnce],
  template: `
    <h2 mat-dialog-title>Copy the key “{{ key.name }}”</h2>
    <div class="body">
      <p class="muted">It is shown only now: the server keeps a hash of it. Programs send it as <span class="mono">Authorization: Bearer</span>.</p>
      <fp-shown-once label="Key" [secret]="key.key" />
      @if (mayRecord) {
        <div>
          <p class="label">Record a session with it</p>
          <pre class="mono" tabindex="0" aria-label="Command that records a session">{{ command }}</pre>
        </div>
      }
    </div>
    <div mat-dialog-actions align="end"><button class="btn" type="button" mat-dialog-close>Done</button></div>
  `,
  styleUrl: '../settings-dialog.css',
  styles: 'pre { margin: 4px 0 0; padding: 10px 12px; border-radius: var(--r-2); background: var(--surface-sunken); overflow-x: auto; }',
})
export class MadeKeyDialog {
  protected readonly key = inject<CreatedApiKeyDto>(MAT_DIALOG_DATA);
  protected readonly mayRecord = this.key.scopes.includes('sessions:write');
  protected readonly command = [
    `curl -X POST ${inject(DOCUMENT).location.origin}/api/v1/sessions \\`,
    `  -H "Authorization: Bearer ${this.key.key}" \\`,
    '  -H "Content-Type: application/json" \\',
    `  -d '{"problem_domain":"VPN","confidence_tier":"guided"}'`,
  ].join('\n');
  private readonly secret = viewChild.required(ShownOnce);

  constructor() {
    // Nobody can look at it again: only Done leaves before it is copied.
    askBeforeClosing(() => !this.secret().copied(), {
      title: 'Have you copied the key?',
      text: 'It is shown only now.',
      confirm: 'Close it',
      cancel: 'Keep it open',
    });
  }
}
