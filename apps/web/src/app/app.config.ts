import { OverlayContainer } from '@angular/cdk/overlay';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  type ApplicationConfig,
  inject,
  provideBrowserGlobalErrorListeners,
  provideEnvironmentInitializer,
  provideZonelessChangeDetection,
} from '@angular/core';
import { MAT_DIALOG_DEFAULT_OPTIONS } from '@angular/material/dialog';
import { provideRouter, TitleStrategy, withComponentInputBinding, withInMemoryScrolling, withRouterConfig } from '@angular/router';

import { ROUTES } from './app.routes.js';
import { apiInterceptor } from './core/http/api-interceptor.js';
import { retryKeyInterceptor } from './core/http/retry-key-interceptor.js';
import { turnInterceptor } from './core/http/turn-interceptor.js';
import { LandmarkOverlays } from './core/landmark-overlays.js';
import { PageChanges } from './core/page-changes.js';
import { PageTitle } from './core/page-title.js';
import { Theme } from './core/theme.js';
import { DIALOG_OPTIONS, HeldDialogs } from './ui/confirm/held-dialogs.js';

export const APP_CONFIG: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideZonelessChangeDetection(),
    provideHttpClient(withInterceptors([retryKeyInterceptor, turnInterceptor, apiInterceptor])),
    provideRouter(
      ROUTES,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
      // Who is asked, and stays, finds the history as it was: Back still leads to the page before.
      withRouterConfig({ canceledNavigationResolution: 'computed' }),
    ),
    { provide: MAT_DIALOG_DEFAULT_OPTIONS, useValue: DIALOG_OPTIONS },
    { provide: TitleStrategy, useExisting: PageTitle },
    { provide: OverlayContainer, useExisting: LandmarkOverlays },
    provideEnvironmentInitializer(() => {
      inject(Theme);
      inject(PageChanges);
      inject(HeldDialogs);
    }),
  ],
};
