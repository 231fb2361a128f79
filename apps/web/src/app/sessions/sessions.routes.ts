import type { Routes } from '@angular/router';

import { keepsUnsavedChanges } from '../core/unsaved-changes.js';
import { SessionListStore } from './list/session-list-store.js';

/** The store stands on the parent route, so the list keeps its rows and its place while one of them is open. */
export const SESSIONS_ROUTES: Routes = [
  {
    path: '',
    providers: [SessionListStore],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'Sessions',
        loadComponent: () => import('./list/session-list-page.js').then((file) => file.SessionListPage),
      },
      {
        path: ':id',
        title: 'Session',
        canDeactivate: [keepsUnsavedChanges],
        loadComponent: () => import('./page/session-page.js').then((file) => file.SessionPage),
      },
    ],
  },
];
