import type { Routes } from '@angular/router';

/** What reached the PSA, and what is on its way there. */
export const PSA_LOG_ROUTES: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'activities' },
  {
    path: 'activities',
    title: 'PSA activities',
    loadComponent: () => import('./activities/activity-list-page.js').then((file) => file.ActivityListPage),
  },
  {
    path: 'pushes',
    title: 'Pushes',
    loadComponent: () => import('./pushes/push-list-page.js').then((file) => file.PushListPage),
  },
];
