import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { FilterBar } from './filter-bar.js';
import { readSessionFilter } from './session-filter.js';

describe('the filters of the sessions, by the keyboard', () => {
  let fixture: ComponentFixture<FilterBar>;
  const bar = () => fixture.nativeElement as HTMLElement;
  const button = (name: string) =>
    [...bar().querySelectorAll('button')].find((each) => (each.getAttribute('aria-label') ?? each.textContent.trim()) === name);
  const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent.trim();

  async function press(name: string): Promise<void> {
    button(name)?.focus();
    button(name)?.click();
    await fixture.whenStable();
  }

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    fixture = TestBed.createComponent(FilterBar);
    document.body.append(bar());
    fixture.componentRef.setInput('filter', readSessionFilter(new URLSearchParams('domain=VPN&status=resolved')));
    fixture.componentInstance.changed.subscribe((filter) => fixture.componentRef.setInput('filter', filter));
    await fixture.whenStable();
  });

  it('go to the next filter from one that is removed, from the last to the button that adds one', async () => {
    await press('Remove filter: Domain VPN');
    expect(focused()).toBe('Remove filter: Status Resolved');
    await press('Remove filter: Status Resolved');
    expect(focused()).toBe('Filter');
  });

  it('go there too when all are removed', async () => {
    await press('Clear all');
    expect(button('Clear all')).toBeUndefined();
    expect(focused()).toBe('Filter');
  });

  it('are closed by Escape, which leaves the focus on their button', async () => {
    await press('Filter');
    const client = bar().querySelector<HTMLInputElement>('#filter-client');
    client?.focus();
    client?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await fixture.whenStable();
    expect(bar().querySelector('#filter-client')).toBeNull();
    expect(button('Filter')?.getAttribute('aria-expanded')).toBe('false');
    expect(focused()).toBe('Filter');
  });
});
