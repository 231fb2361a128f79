import type { Routes } from '@angular/router';

import { AnalyticsFrame } from './analytics-frame.js';
import { CoverageStore } from './coverage/coverage-store.js';
import { FlowQualityStore } from './flow-quality/flow-quality-store.js';
import { OverviewStore } from './overview/overview-store.js';
import { PsaStore } from './psa/psa-store.js';
import { withPeriod } from './remembered-period.js';
import { ShownAnswer } from './shown-answer.js';

/** The stores stand on the parent route, so a tab that is left keeps its figures. */
export const ANALYTICS_ROUTES: Routes = [
  {
    path: '',
    component: AnalyticsFrame,
    canActivateChild: [withPeriod],
    providers: [ShownAnswer, OverviewStore, CoverageStore, FlowQualityStore, PsaStore],
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'overview' },
      {
        path: 'overview',
        title: 'Overview',
        loadComponent: () => import('./overview/overview-tab.js').then((file) => file.OverviewTab),
      },
      {
        path: 'coverage',
        title: 'Coverage',
        loadComponent: () => import('./coverage/coverage-tab.js').then((file) => file.CoverageTab),
      },
      {
        path: 'flow-quality',
        title: 'Flow quality',
        loadComponent: () => import('./flow-quality/flow-quality-tab.js').then((file) => file.FlowQualityTab),
      },
      { path: 'psa', title: 'PSA', loadComponent: () => import('./psa/psa-tab.js').then((file) => file.PsaTab) },
    ],
  },
];
