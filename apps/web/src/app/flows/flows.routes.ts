import type { Routes } from '@angular/router';

import { administersAccount } from '../core/session/access-guards.js';
import { keepsUnsavedChanges } from '../core/unsaved-changes.js';
import { FlowListStore } from './list/flow-list-store.js';

const editorPage = () => import('./editor/flow-editor-page.js').then((file) => file.FlowEditorPage);

/** The store stands on the parent route, so the list keeps its flows while one of them is edited. */
export const FLOWS_ROUTES: Routes = [
  {
    path: '',
    providers: [FlowListStore],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'Flows',
        loadComponent: () => import('./list/flow-list-page.js').then((file) => file.FlowListPage),
      },
      {
        path: 'new',
        title: 'Create flow',
        canMatch: [administersAccount],
        canDeactivate: [keepsUnsavedChanges],
        loadComponent: editorPage,
      },
      {
        path: 'new',
        title: 'No access',
        loadComponent: () => import('../core/no-access/no-access-page.js').then((file) => file.NoAccessPage),
      },
      { path: ':id', pathMatch: 'full', redirectTo: ':id/edit' },
      { path: ':id/edit', title: 'Edit flow', canDeactivate: [keepsUnsavedChanges], loadComponent: editorPage },
    ],
  },
];
