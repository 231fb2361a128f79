import type { Routes } from '@angular/router';

import { administersAccount, loggedIn, loggedOut, toFirstPage } from './core/session/access-guards.js';
import { Shell } from './core/shell/shell.js';
import { asksDialogs } from './ui/confirm/held-dialogs.js';

const noAccessPage = () => import('./core/no-access/no-access-page.js').then((file) => file.NoAccessPage);

export const ROUTES: Routes = [
  {
    path: 'login',
    title: 'Log in',
    canActivate: [loggedOut],
    loadComponent: () => import('./login/log-in-page.js').then((file) => file.LogInPage),
  },
  {
    path: 'accept-invitation',
    title: 'Set your password',
    loadComponent: () => import('./login/accept-invitation-page.js').then((file) => file.AcceptInvitationPage),
  },
  {
    path: '',
    component: Shell,
    canActivate: [loggedIn],
    canDeactivate: [asksDialogs],
    runGuardsAndResolvers: 'always',
    children: [
      { path: '', pathMatch: 'full', redirectTo: toFirstPage },
      {
        path: 'analytics',
        canMatch: [administersAccount],
        loadChildren: () => import('./analytics/analytics.routes.js').then((file) => file.ANALYTICS_ROUTES),
      },
      { path: 'analytics', children: [{ path: '**', title: 'No access', loadComponent: noAccessPage }] },
      { path: 'sessions', loadChildren: () => import('./sessions/sessions.routes.js').then((file) => file.SESSIONS_ROUTES) },
      {
        path: 'psa',
        canMatch: [administersAccount],
        loadChildren: () => import('./psa/psa.routes.js').then((file) => file.PSA_ROUTES),
      },
      { path: 'psa', children: [{ path: '**', title: 'No access', loadComponent: noAccessPage }] },
      { path: 'flows', loadChildren: () => import('./flows/flows.routes.js').then((file) => file.FLOWS_ROUTES) },
      {
        path: 'settings',
        canMatch: [administersAccount],
        loadChildren: () => import('./settings/settings.routes.js').then((file) => file.SETTINGS_ROUTES),
      },
      { path: 'settings', children: [{ path: '**', title: 'No access', loadComponent: noAccessPage }] },
      { path: 'trees/:id/edit', redirectTo: 'flows/:id/edit' },
      {
        path: '**',
        title: 'Not found',
        loadComponent: () => import('./core/not-found-page.js').then((file) => file.NotFoundPage),
      },
    ],
  },
];
