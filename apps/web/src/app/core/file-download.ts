import { HttpClient, HttpErrorResponse, type HttpResponse } from '@angular/common/http';
import { DOCUMENT, inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import { toProblem } from './problem.js';
import { Toast } from './toast.js';

/** Hands files to the browser: those of the API, fetched with the log-in, and those made on the page. */
@Injectable({ providedIn: 'root' })
export class FileDownload {
  private readonly http = inject(HttpClient);
  private readonly toast = inject(Toast);
  private readonly document = inject(DOCUMENT);

  /** Fetches a path below /api/v1; a failure becomes a toast. */
  async save(path: string, fileName: string): Promise<void> {
    try {
      const response = await firstValueFrom(this.http.get(path, { observe: 'response', responseType: 'blob' }));
      this.hand(response.body ?? new Blob(), givenName(response) ?? fileName);
    } catch (error) {
      this.toast.problem(`Could not download ${fileName}.`, toProblem(await readable(error)), () => void this.save(path, fileName));
    }
  }

  hand(content: Blob, fileName: string): void {
    const link = this.document.createElement('a');
    link.href = URL.createObjectURL(content);
    link.download = fileName;
    link.click();
    // Some browsers read the address only after the click has returned.
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}

function givenName(response: HttpResponse<Blob>): string | undefined {
  return /filename="?([^";]+)"?/.exec(response.headers.get('content-disposition') ?? '')?.[1];
}

/** A refused download brings its problem document as a blob, like the file it would have been. */
async function readable(error: unknown): Promise<unknown> {
  if (!(error instanceof HttpErrorResponse) || !(error.error instanceof Blob)) return error;
  const text = await error.error.text();
  return new HttpErrorResponse({ status: error.status, headers: error.headers, error: parsed(text) });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
