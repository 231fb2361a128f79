import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';

import { vpnSteps } from '@flowpilot/testing';

import { LogInMark } from '../../core/session/log-in-mark.js';
import { Session } from '../../core/session/session.js';
import { ADMIN, granted } from '../../core/session/session-fixture.js';
import { FlowEditorPage } from './flow-editor-page.js';
import { FLOW } from './flow-fixture.js';

describe('FlowEditorPage', () => {
  let fixture: ComponentFixture<FlowEditorPage>;
  let server: HttpTestingController;
  const element = () => fixture.nativeElement as HTMLElement;
  const control = (label: string) => {
    const found = Array.from(element().querySelectorAll('label')).find(({ textContent }) => textContent.trim() === label);
    return element().querySelector<HTMLInputElement>(`[id="${found?.htmlFor ?? ''}"]`);
  };
  const button = (name: string) =>
    Array.from(element().querySelectorAll('button')).find(({ textContent }) => textContent.trim() === name);

  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([{ path: '**', children: [] }]),
      ],
    });
    server = TestBed.inject(HttpTestingController);
  });

  it('saves what was changed, and has no changes afterwards', async () => {
    await open();
    await type('Name', 'Backup failed');
    expect(fixture.componentInstance.hasChanges()).toBe(true);
    button('Save')?.click();
    await settled();
    const patch = server.expectOne({ method: 'PATCH', url: '/flows/flow-1' });
    expect(patch.request.body).toEqual({ name: 'Backup failed', version: 3 });
    patch.flush({ ...FLOW, name: 'Backup failed', version: 4 });
    await settled();
    expect(fixture.componentInstance.hasChanges()).toBe(false);
    expect(element().querySelector('h1')?.textContent).toBe('Backup failed');
  });

  it('keeps what was typed when the server refuses it', async () => {
    await open();
    await type('Name', 'Backup failed');
    button('Save')?.click();
    await settled();
    server
      .expectOne({ method: 'PATCH', url: '/flows/flow-1' })
      .flush({ code: 'validation_failed', detail: 'The name is odd.' }, { status: 422, statusText: '' });
    await settled();
    expect(element().querySelector('[role=alert]')?.textContent).toContain('The name is odd.');
    expect(control('Name')?.value).toBe('Backup failed');
  });

  it('does not send an empty name', async () => {
    await open();
    await type('Name', '  ');
    button('Save')?.click();
    await settled();
    server.expectNone({ method: 'PATCH' });
    expect(element().textContent).toContain('Enter a name');
    expect(document.activeElement).toBe(control('Name'));
  });

  it('does not send unfinished steps of an active flow, but opens the step', async () => {
    await open({ ...FLOW, steps: vpnSteps() });
    await type('Description', 'Often');
    button('Save')?.click();
    await settled();
    server.expectNone({ method: 'PATCH' });
    expect(element().textContent).toContain('1 problem. Step 7 has no next step, so the flow cannot be active.');
    expect(control('Title')?.value).toBe('Ask for a wired test');
  });

  it('undoes what was typed in one go, by the keys', async () => {
    await open();
    for (const text of ['B', 'Ba', 'Bac']) await type('Name', text);
    element().dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }));
    await settled();
    expect(control('Name')?.value).toBe('Backup job failed');
    expect(fixture.componentInstance.hasChanges()).toBe(false);
  });

  it('shows engineers the flow and no way to change it', async () => {
    await open(FLOW, { ...ADMIN, role: 'engineer' });
    expect(element().querySelector('fieldset')?.disabled).toBe(true);
    expect(button('Save')).toBeUndefined();
    expect(element().textContent).toContain('Only team admins can change flows.');
  });

  it('says that there is no such flow', async () => {
    await begin(ADMIN, { id: 'flow-1' });
    server.expectOne('/flows/flow-1').flush({ code: 'not_found' }, { status: 404, statusText: '' });
    await settled();
    expect(element().textContent).toContain('There is no such flow');
    expect([element().querySelector('h1')?.textContent, button('Create flow')]).toEqual(['Flow', undefined]);
  });

  it('fills in the problem domain that led here, makes its category and goes back', async () => {
    await begin(ADMIN, { domain: 'Telephony', return: '/analytics/coverage?period=7d' });
    server.expectOne('/categories?limit=200').flush({ items: [], next_cursor: null });
    await settled();
    expect(control('Category')?.textContent).toContain('Telephony (new)');
    expect(fixture.componentInstance.hasChanges()).toBe(false);
    await type('Name', 'Phone is silent');
    button('Create flow')?.click();
    await settled();
    server.expectOne({ method: 'POST', url: '/categories' }).flush({ id: 'category-9', name: 'Telephony' });
    await settled();
    const post = server.expectOne({ method: 'POST', url: '/flows' });
    expect(post.request.body).toMatchObject({ name: 'Phone is silent', category_id: 'category-9', steps: [] });
    post.flush({ ...FLOW, name: 'Phone is silent' });
    await settled();
    expect(fixture.componentInstance.hasChanges()).toBe(false);
    expect(TestBed.inject(Router).url).toBe('/analytics/coverage?period=7d');
  });

  it('keeps the draft when the log-in has ended, and gives it back once', async () => {
    await open();
    await type('Name', 'Half a thought');
    TestBed.inject(LogInMark).clear();
    window.dispatchEvent(new Event('pagehide'));
    fixture.destroy();
    await open();
    expect(control('Name')?.value).toBe('Half a thought');
    expect(fixture.componentInstance.hasChanges()).toBe(true);
    fixture.destroy();
    await open();
    expect(control('Name')?.value).toBe('Backup job failed');
  });

  async function open(flow = FLOW, user = ADMIN): Promise<void> {
    await begin(user, { id: flow.id });
    server.expectOne('/flows/flow-1').flush(flow);
    await settled();
    server.expectOne('/categories?limit=200').flush({ items: [], next_cursor: null });
    await settled();
  }

  async function begin(user: typeof ADMIN, inputs: Record<string, string>): Promise<void> {
    TestBed.inject(Session).accept(granted('token', user));
    fixture = TestBed.createComponent(FlowEditorPage);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    await settled();
  }

  async function type(label: string, text: string): Promise<void> {
    const given = control(label);
    if (!given) throw new Error(`there is no ${label}`);
    given.value = text;
    given.dispatchEvent(new Event('input'));
    await settled();
  }

  async function settled(): Promise<void> {
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
  }
});
