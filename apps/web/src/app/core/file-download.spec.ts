import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';

import { FileDownload } from './file-download.js';
import type { ServerProblem } from './problem.js';
import { Toast } from './toast.js';

const PATH = '/analytics/flowpilot/coverage.csv?period=30d';

describe('FileDownload', () => {
  const said: string[] = [];
  let saved: { name: string; blob: Blob }[] = [];
  let server: HttpTestingController;
  let download: FileDownload;

  beforeEach(() => {
    said.length = 0;
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: Toast, useValue: { problem: (failed: string, { detail }: ServerProblem) => said.push(`${failed} ${detail}`) } },
      ],
    });
    server = TestBed.inject(HttpTestingController);
    download = TestBed.inject(FileDownload);
    saved = [];
    // jsdom can neither name blobs nor follow links.
    download.hand = (blob, name) => void saved.push({ name, blob });
  });

  it('hands over the file under the name the server gives', async () => {
    const done = download.save(PATH, 'coverage.csv');
    const headers = { 'Content-Disposition': 'attachment; filename="coverage-2026-11-24.csv"' };
    server.expectOne(PATH).flush(new Blob(['Domain']), { headers });
    await done;
    expect(saved.map(({ name }) => name)).toEqual(['coverage-2026-11-24.csv']);
  });

  it('falls back to its own name', async () => {
    const done = download.save(PATH, 'coverage.csv');
    server.expectOne(PATH).flush(new Blob(['Domain']));
    await done;
    expect(saved.map(({ name }) => name)).toEqual(['coverage.csv']);
  });

  it('says what could not be downloaded, and why', async () => {
    const done = download.save(PATH, 'coverage.csv');
    server.expectOne(PATH).flush(blobOf({ code: 'rate_limited', detail: 'Too many requests.' }), { status: 429, statusText: '' });
    await done;
    expect(saved).toEqual([]);
    expect(said).toEqual(['Could not download coverage.csv. Too many requests.']);
  });
});

/** jsdom's blobs cannot be read. */
function blobOf(document: object): Blob {
  return Object.assign(new Blob(), { text: () => Promise.resolve(JSON.stringify(document)) });
}
