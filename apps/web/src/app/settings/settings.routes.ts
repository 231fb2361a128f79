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
    ],
  },
];
