const TYPED_IN = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';
/** What reads letters itself, or lies over the page. */
const OCCUPIED = '[role="menu"], [role="listbox"], [role="tree"], [role="dialog"], [role="alertdialog"]';
/** Inputs that take no text. */
const UNTYPED = ['button', 'checkbox', 'radio', 'submit', 'reset', 'range', 'file'];

/** Whether a key pressed there is the page's: nobody types into that, and nothing else reads it. */
export function isFree(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true;
  if (target.closest(OCCUPIED)) return false;
  const field = target.closest(TYPED_IN);
  return field === null || (field instanceof HTMLInputElement && UNTYPED.includes(field.type));
}
