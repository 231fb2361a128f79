import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';

import type { JobPageDto } from '@flowpilot/contracts';

import { JobsPage } from './jobs-page.js';

const JOBS: JobPageDto = {
  items: [{ name: 'expired.sweep', schedule: '0 3 * * *', next_run_at: '2026-11-25T03:00:00Z', last_runs: [] }],
  next_cursor: null,
};

describe('JobsPage', () => {
  it('tells that the runs shown could not be read anew, and tries again', async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    const server = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(JobsPage);
    const element = fixture.nativeElement as HTMLElement;
    const text = () => element.textContent.replace(/\s+/g, ' ');
    const press = (words: string) => {
      [...element.querySelectorAll('button')].find(({ textContent }) => textContent === words)?.click();
    };
    const settled = async () => {
      await new Promise((resolve) => setTimeout(resolve));
      fixture.detectChanges();
    };

    server.expectOne('/jobs').flush(JOBS);
    await settled();
    expect(text()).not.toContain('Could not refresh');
    press('Run now');
    server.expectOne('/jobs/expired.sweep/run').flush({}, { status: 202, statusText: '' });
    await settled();
    server.expectOne('/jobs').flush({ code: 'internal_error', instance: '0193-abcd' }, { status: 500, statusText: '' });
    await settled();
    expect(text()).toMatch(/Could not refresh\. These runs are from \d\d:\d\d\. Request 0193-abcd/);
    expect(text()).toContain('Clear what has expired');
    press('Try again');
    server.expectOne('/jobs').flush(JOBS);
    await settled();
    expect(text()).not.toContain('Could not refresh');
  });
});
