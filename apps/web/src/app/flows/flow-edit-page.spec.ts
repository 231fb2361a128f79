import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import { Session } from '../core/session/session.js';
import { ADMIN, granted } from '../core/session/session-fixture.js';
import { FlowEditPage } from './flow-edit-page.js';
import { FLOW } from './flow-fixture.js';

describe('FlowEditPage', () => {
  let fixture: ComponentFixture<FlowEditPage>;
  let server: HttpTestingController;
  const element = () => fixture.nativeElement as HTMLElement;
  const name = () => element().querySelector<HTMLInputElement>('fp-field input');
  const save = () => element().querySelector<HTMLButtonElement>('button[type=submit]');

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    server = TestBed.inject(HttpTestingController);
  });

  afterEach(() => {
    server.verify();
  });

  it('saves what was changed, and has no changes afterwards', async () => {
    await open();
    await type('Backup failed');
    expect(fixture.componentInstance.hasChanges()).toBe(true);
    save()?.click();
    const patch = server.expectOne({ method: 'PATCH', url: '/flows/flow-1' });
    expect(patch.request.body).toEqual({ name: 'Backup failed' });
    patch.flush({ ...FLOW, name: 'Backup failed', version: 4 });
    await settled();
    expect(fixture.componentInstance.hasChanges()).toBe(false);
    expect(element().querySelector('h1')?.textContent).toBe('Backup failed');
  });

  it('keeps what was typed when the server refuses it', async () => {
    await open();
    await type('Backup failed');
    save()?.click();
    server
      .expectOne({ method: 'PATCH', url: '/flows/flow-1' })
      .flush({ code: 'conflict', detail: 'Another flow has this name.' }, { status: 409, statusText: '' });
    await settled();
    expect(element().querySelector('[role=alert]')?.textContent).toContain('Another flow has this name.');
    expect(name()?.value).toBe('Backup failed');
  });

  it('does not send an empty name', async () => {
    await open();
    await type('  ');
    save()?.click();
    await settled();
    expect(element().textContent).toContain('Enter a name');
  });

  it('shows engineers the flow and no way to change it', async () => {
    await open({ ...ADMIN, role: 'engineer' });
    expect(name()?.disabled).toBe(true);
    expect(save()).toBeNull();
  });

  it('says when there is no such flow', async () => {
    await open(ADMIN, 404);
    expect(element().textContent).toContain('There is no such flow');
  });

  async function open(user = ADMIN, status = 200): Promise<void> {
    TestBed.inject(Session).accept(granted('token-1', user));
    fixture = TestBed.createComponent(FlowEditPage);
    fixture.componentRef.setInput('id', 'flow-1');
    fixture.detectChanges();
    const asked = server.expectOne('/flows/flow-1');
    if (status === 200) asked.flush(FLOW);
    else asked.flush({ code: 'not_found' }, { status, statusText: '' });
    server.expectOne('/categories?limit=200').flush({ items: [{ id: 'category-1', name: 'Backup' }], next_cursor: null });
    await settled();
  }

  async function type(text: string): Promise<void> {
    const control = name();
    if (!control) throw new Error('there is no name');
    control.value = text;
    control.dispatchEvent(new Event('input'));
    await settled();
  }

  async function settled(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  }
});
