import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';

import { ImportApi } from '../import-api.js';
import { IMPORT } from '../import-fixture.js';
import { FollowedImport } from './followed-import.js';

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('FollowedImport', () => {
  let followed: FollowedImport;
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), ImportApi, FollowedImport] });
    followed = TestBed.inject(FollowedImport);
    server = TestBed.inject(HttpTestingController);
  });

  async function read(state: 'running' | 'finished' | 'checked'): Promise<void> {
    server.expectOne('/imports/import-1').flush({ ...IMPORT, state });
    await settled();
  }

  it('reads again until the import has ended', async () => {
    followed.follow('import-1');
    await read('running');
    await new Promise((resolve) => setTimeout(resolve, 600));
    await read('finished');
    await new Promise((resolve) => setTimeout(resolve, 600));
    server.verify();
    expect(followed.current()?.state).toBe('finished');
  });

  it('keeps what it knows when the server cannot be reached', async () => {
    followed.follow('import-1');
    await read('running');
    followed.follow('import-1');
    server.expectOne('/imports/import-1').error(new ProgressEvent('error'));
    await settled();
    expect([followed.current()?.state, followed.problem()?.code]).toEqual(['running', 'offline']);
  });

  it('says why an import was not started', async () => {
    followed.follow('import-1');
    await read('checked');
    const starting = followed.start();
    server.expectOne('/imports/import-1/start').flush({ code: 'conflict', detail: 'Another import is at work.' }, { status: 409, statusText: '' });
    await starting;
    await read('checked');
    expect(followed.refusal()?.detail).toBe('Another import is at work.');
  });
});
