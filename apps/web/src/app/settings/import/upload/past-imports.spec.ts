import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import type { ImportDto } from '@flowpilot/contracts';

import { ImportApi } from '../import-api.js';
import { IMPORT } from '../import-fixture.js';
import { PastImports } from './past-imports';

describe('the past imports', () => {
  async function downloadOf(items: ImportDto[]) {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), ImportApi] });
    const fixture = TestBed.createComponent(PastImports);
    TestBed.inject(HttpTestingController).expectOne(({ url }) => url === '/imports').flush({ items, next_cursor: null });
    await fixture.whenStable();
    return (fixture.nativeElement as HTMLElement).querySelector<HTMLButtonElement>('[aria-label="Download the past imports as CSV"]');
  }

  it('are a file too', async () => {
    (await downloadOf([IMPORT]))?.click();
    TestBed.inject(HttpTestingController).expectOne('/imports.csv');
  });

  it('are none where nothing was imported', async () => {
    expect(await downloadOf([])).toBeNull();
  });
});
