import { inject } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';

import { Confirmation } from '../ui/confirm/confirmation.js';

/** A page that can hold what was typed and not saved. */
export interface HoldsChanges {
  hasChanges(): boolean;
}

/** Asks before a page with unsaved changes is left. Leaving the application is asked by the browser. */
export const keepsUnsavedChanges: CanDeactivateFn<HoldsChanges> = (page) =>
  !page.hasChanges() ||
  inject(Confirmation).ask({
    title: 'Discard your changes?',
    text: 'What you changed on this page is not saved.',
    confirm: 'Discard changes',
    cancel: 'Keep editing',
  });
