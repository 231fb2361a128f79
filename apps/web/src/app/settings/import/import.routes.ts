import { provideHttpClient, withInterceptors, withXhr } from '@angular/common/http';
import { inject } from '@angular/core';
import { type CanActivateFn, Router, type Routes } from '@angular/router';

import { apiInterceptor } from '../../core/http/api-interceptor.js';
import { retryKeyInterceptor } from '../../core/http/retry-key-interceptor.js';
import { turnInterceptor } from '../../core/http/turn-interceptor.js';
import { FileUpload } from './draft/file-upload.js';
import { ImportDraft } from './draft/import-draft.js';
import { asksWhileUploading } from './draft/upload-guard.js';
import { ImportApi } from './import-api.js';

/** A file is lost with the page: after a reload it has to be chosen again. */
const hasFile: CanActivateFn = () => inject(ImportDraft).file() !== null || inject(Router).parseUrl('/settings/import');

/** The chosen file stays while a person goes to and fro between the steps. Uploads tell how far they are by XHR only. */
export const IMPORT_ROUTES: Routes = [
  {
    path: '',
    providers: [
      provideHttpClient(withXhr(), withInterceptors([retryKeyInterceptor, turnInterceptor, apiInterceptor])),
      ImportApi,
      FileUpload,
      ImportDraft,
    ],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'Import',
        loadComponent: () => import('./upload/upload-page.js').then((file) => file.UploadPage),
      },
      {
        path: 'columns',
        title: 'Map columns',
        canActivate: [hasFile],
        canDeactivate: [asksWhileUploading],
        loadComponent: () => import('./columns/columns-page.js').then((file) => file.ColumnsPage),
      },
      {
        path: ':id',
        title: 'Import',
        canDeactivate: [asksWhileUploading],
        loadComponent: () => import('./run/import-page.js').then((file) => file.ImportPage),
      },
    ],
  },
];
