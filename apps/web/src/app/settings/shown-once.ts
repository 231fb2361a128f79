import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, input, signal } from '@angular/core';

import { Icon } from '../ui/icon.js';

/** A secret that is seen here and never again: to be copied, and said to be copied. */
@Component({
  selector: 'fp-shown-once',
  imports: [Icon],
  template: `
    <input #text class="input mono" readonly [attr.aria-label]="label()" [value]="secret()" (focus)="text.select()" (copy)="copied.set(true)" />
    <button class="btn primary" type="button" (click)="copy()"><fp-icon [name]="copied() ? 'check' : 'copy'" />{{ copied() ? 'Copied' : 'Copy' }}</button>
    <span class="vh" role="status">{{ copied() ? label() + ' copied' : '' }}</span>
  `,
  styles: ':host { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 8px; } .btn { min-width: 92px; }',
})
export class ShownOnce {
  readonly label = input.required<string>();
  readonly secret = input.required<string>();

  /** By the button, or by hand out of the field. */
  readonly copied = signal(false);
  private readonly clipboard = inject(Clipboard);

  protected copy(): void {
    this.copied.set(this.clipboard.copy(this.secret()));
  }
}
