import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';

import type { JobDto } from '@flowpilot/contracts';

import { JobCard } from './job-card';
import { jobView } from './job-view.js';

const JOB: JobDto = { name: 'expired.sweep', schedule: '0 3 * * *', next_run_at: '2026-07-03T03:00:00Z', last_runs: [] };
const RUN = { id: 'run-1', state: 'completed', trigger: 'schedule', started_at: '2026-07-02T03:00:00Z', duration_ms: 240, result: {}, error: null } as const;

describe('a job’s card', () => {
  const shown = (job: JobDto) => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    const fixture = TestBed.createComponent(JobCard);
    fixture.componentRef.setInput('job', jobView(job, 'UTC'));
    fixture.detectChanges();
    return (fixture.nativeElement as HTMLElement).querySelector<HTMLButtonElement>('fp-csv-download button');
  };

  it('gives its runs as a file', () => {
    const button = shown({ ...JOB, last_runs: [RUN] });
    expect(button?.getAttribute('aria-label')).toBe('Download the runs as CSV: Clear what has expired');
    button?.click();
    TestBed.inject(HttpTestingController).expectOne('/jobs.csv?name=expired.sweep');
  });

  it('gives none before it has run', () => {
    expect(shown(JOB)).toBeNull();
  });
});
