import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';

import { FileDownload } from '../../core/file-download.js';
import { Session } from '../../core/session/session.js';
import { ADMIN, granted } from '../../core/session/session-fixture.js';
import { PeoplePage } from './people-page';

const person = (name: string, active = true) => ({
  id: name,
  email: `${name.toLowerCase()}@demo.test`,
  name,
  role: 'engineer',
  is_active: active,
  has_password: true,
  invited_until: null,
  psa_member_id: null,
  created_at: '2026-11-01T00:00:00Z',
  last_login_at: null,
});

describe('the people page', () => {
  it('hands the people out as the table lists them', async () => {
    const files: { content: Blob; name: string }[] = [];
    const download = { hand: (content: Blob, name: string) => files.push({ content, name }) };
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), { provide: FileDownload, useValue: download }],
    });
    TestBed.inject(Session).accept(granted('token', ADMIN));
    const fixture = TestBed.createComponent(PeoplePage);
    const items = [person('Zoe'), person('Abel', false), person('Mia')];
    TestBed.inject(HttpTestingController).expectOne('/users?limit=200').flush({ items, next_cursor: null });
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const listed = [...page.querySelectorAll('tbody .who')].map(({ textContent }) => textContent);
    page.querySelector<HTMLButtonElement>('button[aria-label="Download the people as CSV"]')?.click();

    const [file] = files;
    expect(file?.name).toBe('users.csv');
    const [heads, ...rows] = (await read(file?.content)).trim().split('\r\n');
    expect(heads).toBe('id,email,name,role,is_active,has_password,invited_until,psa_member_id,created_at,last_login_at');
    expect(rows.map((row) => row.split(',')[2])).toEqual(['Mia', 'Zoe', 'Abel']);
    expect(listed).toEqual(['Mia', 'Zoe', 'Abel']);
    expect(rows[2]).toContain(',engineer,false,true,');
  });
});

/** jsdom's blobs cannot be read but by its reader. */
function read(blob = new Blob()): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.readAsText(blob);
  });
}
