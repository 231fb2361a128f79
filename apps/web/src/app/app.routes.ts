import type { Routes } from '@angular/router';

import { loggedIn, loggedOut } from './core/session/access-guards.js';
import { Shell } from './core/shell/shell.js';

export const ROUTES: Routes = [
  {
    path: 'login',
    title: 'Log in',
    canActivate: [loggedOut],
    loadComponent: () => import('./login/log-in-page.js').then((file) => file.LogInPage),
  },
  {
    path: '',
    component: Shell,
    canActivate: [loggedIn],
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'analytics' },
      {
        path: 'analytics',
        loadChildren: () => import('./analytics/analytics.routes.js').then((file) => file.ANALYTICS_ROUTES),
      },
    ],
  },
];
