import { Component, contentChild, input } from '@angular/core';

import { Icon } from '../icon.js';
import { Control } from './control.js';

/** A label above its control (projected, marked `fpControl`), a hint, and the control's error below. */
@Component({
  selector: 'fp-field',
  imports: [Icon],
  template: `
    <label [for]="control().id">{{ label() }}</label>
    <ng-content />
    @if (control().error(); as error) {
      <span class="err" [id]="control().errorId"><fp-icon name="warning" />{{ error }}</span>
    } @else if (hint()) {
      <span class="hint">{{ hint() }}</span>
    }
  `,
  host: { class: 'field' },
})
export class Field {
  readonly label = input.required<string>();
  readonly hint = input('');

  protected readonly control = contentChild.required(Control);
}
