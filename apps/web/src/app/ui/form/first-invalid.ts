import type { FieldTree } from '@angular/forms/signals';

/** For a form's `onInvalid`: takes the person to the first control that is not right. */
export function focusFirstInvalid(form: FieldTree<unknown>): void {
  form().errorSummary()[0]?.fieldTree().focusBoundControl();
}
