import { computed, Directive, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';

let made = 0;

/** A control inside an `fp-field`: shows its error, once the person has been there or has tried to submit. */
@Directive({
  selector: '[fpControl]',
  host: {
    class: 'input',
    '[id]': 'id',
    '[attr.aria-invalid]': 'error() === undefined ? null : true',
    '[attr.aria-describedby]': 'error() === undefined ? null : errorId',
  },
})
export class Control {
  private readonly field = inject<FormField<unknown>>(FormField);

  readonly id = `control-${(made += 1).toString()}`;
  readonly errorId = `${this.id}-error`;
  readonly error = computed(() => {
    const state = this.field.state();
    return state.touched() ? state.errors()[0]?.message : undefined;
  });
}
