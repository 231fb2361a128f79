import { OverlayContainer } from '@angular/cdk/overlay';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  type ApplicationConfig,
  inject,
  provideBrowserGlobalErrorListeners,
  provideEnvironmentInitializer,
  provideZonelessChangeDetection,
} from '@angular/core';
import { provideRouter, TitleStrategy, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';

import { ROUTES } from './app.routes.js';
import { apiInterceptor } from './core/http/api-interceptor.js';
import { retryKeyInterceptor } from './core/http/retry-key-interceptor.js';
import { turnInterceptor } from './core/http/turn-interceptor.js';
import { LandmarkOverlays } from './core/landmark-overlays.js';
import { PageChanges } from './core/page-changes.js';
import { PageTitle } from './core/page-title.js';
import { Theme } from './core/theme.js';

export const APP_CONFIG: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideZonelessChangeDetection(),
    provideHttpClient(withInterceptors([retryKeyInterceptor, turnInterceptor, apiInterceptor])),
    provideRouter(ROUTES, withComponentInputBinding(), withInMemoryScrolling({ scrollPositionRestoration: 'enabled' })),
    { provide: TitleStrategy, useExisting: PageTitle },
    { provide: OverlayContainer, useExisting: LandmarkOverlays },
    provideEnvironmentInitializer(() => {
      inject(Theme);
      inject(PageChanges);
    }),
  ],
};
