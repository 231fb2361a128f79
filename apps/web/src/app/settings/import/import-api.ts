import { HttpClient, type HttpEvent } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';

import type { ImportDto, ImportMappingDto, ImportPageDto, ImportPreviewDto } from '@flowpilot/contracts';
import type { ImportFormat } from '@flowpilot/metrics';

/** Bytes of a file's beginning that the server looks at for a preview. */
const PREVIEW_BYTES = 256 * 1024;

/** How a file is to be read. A null mapping is built in, or is to be suggested. */
export interface Reading {
  readonly format: ImportFormat | null;
  readonly mapping: ImportMappingDto | null;
  readonly encoding: string | null;
}

/** Imports on the server. Every call fails with what HttpClient threw. */
@Injectable()
export class ImportApi {
  private readonly http = inject(HttpClient);

  preview(file: File, reading: Reading): Promise<ImportPreviewDto> {
    const form = formOf(reading);
    form.append('file', file.slice(0, PREVIEW_BYTES), file.name);
    return firstValueFrom(this.http.post<ImportPreviewDto>('/imports/preview', form));
  }

  /** A dry run of the whole file; tells how far the upload is. */
  check(file: File, reading: Reading, shiftToToday: boolean): Observable<HttpEvent<ImportDto>> {
    const form = formOf(reading);
    form.append('dry_run', 'true');
    form.append('shift_to_today', String(shiftToToday));
    form.append('file', file, file.name);
    return this.http.post<ImportDto>('/imports', form, { observe: 'events', reportUploadProgress: true });
  }

  get(id: string): Promise<ImportDto> {
    return firstValueFrom(this.http.get<ImportDto>(importPath(id)));
  }

  /** The newest first; `cursor` is null for the first page. */
  list(cursor: string | null): Promise<ImportPageDto> {
    const params = { limit: 20, ...(cursor !== null && { cursor }) };
    return firstValueFrom(this.http.get<ImportPageDto>('/imports', { params }));
  }

  start(id: string): Promise<ImportDto> {
    return firstValueFrom(this.http.post<ImportDto>(`${importPath(id)}/start`, {}));
  }

  cancel(id: string): Promise<ImportDto> {
    return firstValueFrom(this.http.post<ImportDto>(`${importPath(id)}/cancel`, {}));
  }
}

/** Below the API's base: `/imports/0198…` */
export function importPath(id: string): string {
  return `/imports/${encodeURIComponent(id)}`;
}

function formOf({ format, mapping, encoding }: Reading): FormData {
  const form = new FormData();
  if (format !== null) form.append('format', format);
  if (mapping !== null) form.append('mapping', JSON.stringify(mapping));
  if (encoding !== null) form.append('encoding', encoding);
  return form;
}
