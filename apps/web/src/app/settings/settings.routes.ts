import type { Routes } from '@angular/router';

import { keepsUnsavedChanges } from '../core/unsaved-changes.js';
import { SettingsFrame } from './settings-frame.js';

export const SETTINGS_ROUTES: Routes = [
  {
    path: '',
    component: SettingsFrame,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'account' },
      {
        path: 'account',
        title: 'Account',
        canDeactivate: [keepsUnsavedChanges],
        loadComponent: () => import('./account/account-page.js').then((file) => file.AccountPage),
      },
      {
        path: 'people',
        title: 'People',
        loadComponent: () => import('./people/people-page.js').then((file) => file.PeoplePage),
      },
      {
        path: 'api-keys',
        title: 'API keys',
        loadComponent: () => import('./api-keys/api-keys-page.js').then((file) => file.ApiKeysPage),
      },
      {
        path: 'psa',
        title: 'PSA connection',
        canDeactivate: [keepsUnsavedChanges],
        loadComponent: () => import('./psa/psa-page.js').then((file) => file.PsaPage),
      },
      {
        path: 'jobs',
        title: 'Jobs',
        loadComponent: () => import('./jobs/jobs-page.js').then((file) => file.JobsPage),
      },
      { path: 'import', loadChildren: () => import('./import/import.routes.js').then((file) => file.IMPORT_ROUTES) },
    ],
  },
];
