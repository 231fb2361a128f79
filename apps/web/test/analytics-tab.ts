import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';

import { ANALYTICS_ROUTES } from '../src/app/analytics/analytics.routes.js';
import { layOut } from './layout.js';

/** The analytics view in a browser without a server: go to a tab, answer its request, look at it. */
export class AnalyticsPage {
  private constructor(
    private readonly harness: RouterTestingHarness,
    private readonly http: HttpTestingController,
  ) {}

  static async open(path: string): Promise<AnalyticsPage> {
    layOut(0);
    TestBed.configureTestingModule({
      providers: [
        provideZonelessChangeDetection(),
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([{ path: 'analytics', children: ANALYTICS_ROUTES }], withComponentInputBinding()),
      ],
    });
    const harness = await RouterTestingHarness.create();
    const page = new AnalyticsPage(harness, TestBed.inject(HttpTestingController));
    await page.goTo(path);
    return page;
  }

  async goTo(path: string): Promise<void> {
    await this.harness.navigateByUrl(`/analytics/${path}`);
    this.harness.detectChanges();
  }

  /** Answers the one request to a path; fails when there was none. */
  async answer(path: string, body: object): Promise<void> {
    this.http.expectOne((request) => request.urlWithParams === `/analytics/flowpilot/${path}`).flush(body);
    await this.settle();
  }

  async refuse(path: string, status: number, problem: object): Promise<void> {
    this.http
      .expectOne((request) => request.urlWithParams === `/analytics/flowpilot/${path}`)
      .flush(problem, { status, statusText: 'Refused' });
    await this.settle();
  }

  /** Fails when anything was asked of the server that no test has answered. */
  asksNothing(): void {
    this.http.verify();
  }

  get url(): string {
    return TestBed.inject(Router).url;
  }

  get main(): HTMLElement {
    const main = this.harness.fixture.nativeElement as HTMLElement;
    return main.querySelector('main') ?? main;
  }

  find(selector: string): HTMLElement {
    const found = this.main.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`Nothing matches ${selector}.`);
    return found;
  }

  /** The words of every element that matches, white space collapsed. */
  texts(selector: string): string[] {
    return [...this.main.querySelectorAll(selector)].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
  }

  async press(label: string): Promise<void> {
    const buttons = [...this.main.querySelectorAll<HTMLButtonElement>('button')];
    const button = buttons.find((it) => (it.getAttribute('aria-label') ?? it.textContent.trim()) === label);
    if (!button) throw new Error(`No button says ${label}.`);
    button.click();
    await this.settle();
  }

  /** Not until stable: a request that waits for its answer would never let it be. */
  private async settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    this.harness.detectChanges();
  }
}
