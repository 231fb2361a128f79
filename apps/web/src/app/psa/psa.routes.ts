import type { Routes } from '@angular/router';

import { keepsUnsavedChanges } from '../core/unsaved-changes.js';

/** What reached the PSA, what is on its way there, what never set out, and what became of it there. */
export const PSA_ROUTES: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'pushes' },
  {
    path: 'pushes',
    title: 'Pushes',
    loadComponent: () => import('./pushes/push-monitor-page.js').then((file) => file.PushMonitorPage),
  },
  {
    path: 'activities',
    title: 'PSA activities',
    loadComponent: () => import('./activities/activity-list-page.js').then((file) => file.ActivityListPage),
  },
  {
    path: 'unlogged',
    title: 'Unlogged work',
    canDeactivate: [keepsUnsavedChanges],
    loadComponent: () => import('./unlogged/unlogged-page.js').then((file) => file.UnloggedPage),
  },
  {
    path: 'drift',
    title: 'Drift',
    loadComponent: () => import('./drift/drift-page.js').then((file) => file.DriftPage),
  },
];
