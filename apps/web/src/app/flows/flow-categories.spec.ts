import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';

import type { CategoryDto } from '@flowpilot/contracts';

import { FlowCategories } from './flow-categories.js';

const category = (id: string, name: string): CategoryDto => ({ id, name, created_at: '', updated_at: '' });

describe('FlowCategories', () => {
  let categories: FlowCategories;
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    categories = TestBed.inject(FlowCategories);
    server = TestBed.inject(HttpTestingController);
  });

  afterEach(() => {
    server.verify();
  });

  it('reads every page', async () => {
    const all = categories.all();
    server.expectOne('/categories?limit=200').flush({ items: [category('1', 'Backup')], next_cursor: 'more' });
    await settled();
    server.expectOne('/categories?limit=200&cursor=more').flush({ items: [category('2', 'VPN')], next_cursor: null });
    expect((await all).map(({ name }) => name)).toEqual(['Backup', 'VPN']);
  });

  it('makes the category of a domain', async () => {
    const made = categories.forDomain('Telephony');
    server.expectOne('/categories').flush(category('3', 'Telephony'));
    expect((await made).id).toBe('3');
  });

  it('takes the one that somebody has made meanwhile, however it is spelled', async () => {
    const found = categories.forDomain('Wi-Fi  Network');
    refuse('conflict', 409);
    await settled();
    server.expectOne('/categories?limit=200').flush({ items: [category('4', 'wi-fi network')], next_cursor: null });
    expect((await found).id).toBe('4');
  });

  it('fails for any other reason', async () => {
    const refused = categories.forDomain('Telephony');
    refuse('forbidden', 403);
    await expect(refused).rejects.toMatchObject({ status: 403 });
  });

  function refuse(code: string, status: number): void {
    server.expectOne('/categories').flush({ code }, { status, statusText: '' });
  }

  function settled(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve));
  }
});
