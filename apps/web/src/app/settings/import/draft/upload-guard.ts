import { inject } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';

import { Confirmation } from '../../../ui/confirm/confirmation.js';
import { FileUpload } from './file-upload.js';

/** Asks before a page is left whose file is on its way. Leaving the application is asked by the browser. */
export const asksWhileUploading: CanDeactivateFn<unknown> = async () => {
  const upload = inject(FileUpload);
  if (upload.progress() === null) return true;
  const leave = await inject(Confirmation).ask({
    title: 'Stop the upload?',
    text: 'The file has not arrived yet. Nothing of it is kept when you leave now.',
    confirm: 'Stop the upload',
    cancel: 'Keep uploading',
  });
  if (leave) upload.cancel();
  return leave;
};
