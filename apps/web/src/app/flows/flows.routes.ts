import type { Routes } from '@angular/router';

import { administersAccount } from '../core/session/access-guards.js';
import { keepsUnsavedChanges } from './unsaved-changes.js';

export const FLOWS_ROUTES: Routes = [
  {
    path: 'new',
    title: 'Create flow',
    canMatch: [administersAccount],
    canDeactivate: [keepsUnsavedChanges],
    loadComponent: () => import('./flow-new-page.js').then((file) => file.FlowNewPage),
  },
  {
    path: 'new',
    title: 'No access',
    loadComponent: () => import('../core/no-access/no-access-page.js').then((file) => file.NoAccessPage),
  },
  {
    path: ':id/edit',
    title: 'Edit flow',
    canDeactivate: [keepsUnsavedChanges],
    loadComponent: () => import('./flow-edit-page.js').then((file) => file.FlowEditPage),
  },
];
