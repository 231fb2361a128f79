import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { Connection } from '../connection.js';
import { Session } from '../session/session.js';
import { ADMIN, granted } from '../session/session-fixture.js';
import { Directory } from './directory';
import { engineerName } from './engineer-name';

const REFUSED = { status: 429, statusText: 'No', headers: { 'retry-after': '0' } };
const PEOPLE = { items: [{ id: 'user-1', name: 'Amelia Marsh' }], next_cursor: null };

describe('the names of the account', () => {
  let directory: Directory;
  let server: HttpTestingController;
  const online = signal(true);
  const settled = async () => {
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  };
  const flows = () => server.expectOne((request) => request.url === '/flows');
  const people = () => server.expectOne((request) => request.url === '/users');
  const name = (id: string | null) => engineerName(id, directory);

  beforeEach(() => {
    online.set(true);
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), { provide: Connection, useValue: { online } }],
    });
    TestBed.inject(Session).accept(granted('token', ADMIN));
    directory = TestBed.inject(Directory);
    server = TestBed.inject(HttpTestingController);
    void directory.load();
  });

  async function read(): Promise<void> {
    flows().flush({ items: [], next_cursor: null });
    people().flush(PEOPLE);
    await settled();
  }

  it('are those of the people, and a dash where nobody is known', async () => {
    await read();
    expect([name('user-1'), name('gone'), name(null)]).toEqual(['Amelia Marsh', '–', '–']);
  });

  it('are unknown while they could not be read, and are tried again when the server has said', async () => {
    flows().flush({ items: [], next_cursor: null });
    people().flush({ code: 'rate_limited' }, REFUSED);
    await settled();
    expect([name('user-1'), name(null)]).toEqual(['Unknown', '–']);
    await settled();
    await read();
    expect([name('user-1'), name('gone')]).toEqual(['Amelia Marsh', '–']);
  });

  it('are tried again when the network is back', async () => {
    online.set(false);
    await settled();
    flows().error(new ProgressEvent('error'));
    people().error(new ProgressEvent('error'));
    await settled();
    expect(name('user-1')).toBe('Unknown');
    online.set(true);
    await settled();
    await read();
    expect(name('user-1')).toBe('Amelia Marsh');
  });
});
