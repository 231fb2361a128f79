import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom, of, throwError } from 'rxjs';

import type { FlowDetailDto } from '@flowpilot/contracts';

import { FlowApi } from '../../flow-api.js';
import { FlowCategories } from '../../flow-categories.js';
import { FLOW } from '../flow-fixture.js';
import { DraftHistory } from './draft-history.js';
import { FlowSaving } from './flow-saving.js';

const refusedWith = (status: number, code: string) => new HttpErrorResponse({ status, error: { code, detail: code } });

function saving(answers: { change?: FlowDetailDto | HttpErrorResponse; get?: FlowDetailDto } = {}) {
  const sent: unknown[] = [];
  const made: string[] = [];
  const answer = (given: FlowDetailDto | HttpErrorResponse = FLOW) =>
    firstValueFrom(given instanceof HttpErrorResponse ? throwError(() => given) : of(given));
  const api = {
    create: (flow: unknown) => (sent.push(flow), answer(answers.change)),
    change: (_id: string, change: unknown) => (sent.push(change), answer(answers.change)),
    get: () => answer(answers.get),
    versions: () => Promise.resolve({ items: [{ created_by: { kind: 'user', id: 'user-2', name: 'Bo Lind' } }], next_cursor: null }),
  };
  const categories = { forDomain: (name: string) => (made.push(name), Promise.resolve({ id: 'category-9', name })) };
  TestBed.configureTestingModule({
    providers: [DraftHistory, FlowSaving, { provide: FlowApi, useValue: api }, { provide: FlowCategories, useValue: categories }],
  });
  return { saving: TestBed.inject(FlowSaving), history: TestBed.inject(DraftHistory), sent, made, api };
}

describe('FlowSaving', () => {
  it('sends what was changed, and has nothing to save afterwards', async () => {
    const { saving: service, history, sent } = saving({ change: { ...FLOW, name: 'Backup failed', version: 4 } });
    service.begin(FLOW);
    history.change({ name: ' Backup failed' });
    expect((await service.save())?.version).toBe(4);
    expect(sent).toEqual([{ name: 'Backup failed', version: 3 }]);
    expect(history.dirty()).toBe(false);
    expect(history.draft().name).toBe('Backup failed');
    expect(service.version()).toBe(4);
  });

  it('makes a category that was only named, once, and keeps it when the flow is refused', async () => {
    const { saving: service, history, sent, made } = saving({ change: refusedWith(422, 'validation_failed') });
    service.begin(FLOW);
    history.change({ category: { id: null, name: 'Telephony' } });
    await service.save();
    await service.save();
    expect(made).toEqual(['Telephony']);
    expect(sent).toEqual([{ category_id: 'category-9', version: 3 }, { category_id: 'category-9', version: 3 }]);
    expect(service.refusal()?.code).toBe('validation_failed');
  });

  it('keeps what was typed while the answer was under way', async () => {
    const { saving: service, history } = saving({ change: { ...FLOW, name: 'B', version: 4 } });
    service.begin(FLOW);
    history.change({ name: 'B' });
    const answered = service.save();
    await Promise.resolve();
    history.change({ name: 'C' });
    await answered;
    expect(history.draft().name).toBe('C');
    expect(history.dirty()).toBe(true);
  });

  it('stays on its version when only the description was saved beside a colleague’s version', async () => {
    const theirs = { ...FLOW, description: 'Mine', name: 'Theirs', version: 4 };
    const { saving: service, history, sent, api } = saving({ change: theirs });
    service.begin(FLOW);
    history.change({ description: 'Mine' });
    await service.save();
    expect([history.dirty(), history.draft().name]).toEqual([false, FLOW.name]);
    history.change({ name: 'Renamed' });
    api.change = (_id, change) => (sent.push(change), firstValueFrom(throwError(() => refusedWith(409, 'conflict'))));
    await service.save();
    expect(sent).toEqual([{ description: 'Mine' }, { name: 'Renamed', version: 3 }]);
    expect(service.conflict()).toBeDefined();
  });

  it('says who saved meanwhile, and keeps the draft', async () => {
    const theirs = { ...FLOW, name: 'Theirs', version: 4 };
    const { saving: service, history } = saving({ change: refusedWith(409, 'conflict'), get: theirs });
    service.begin(FLOW);
    history.change({ name: 'Mine' });
    expect(await service.save()).toBeUndefined();
    expect(service.conflict()).toEqual({ theirs, by: 'Bo Lind' });
    expect(service.refusal()).toBeUndefined();
    expect(history.draft().name).toBe('Mine');
  });

  it('saves over theirs with everything in which the draft differs from it', async () => {
    const theirs = { ...FLOW, name: 'Theirs', tree_type: 'maintenance' as const, version: 4 };
    const { saving: service, history, sent, api } = saving({ change: refusedWith(409, 'conflict'), get: theirs });
    service.begin(FLOW);
    history.change({ name: 'Mine' });
    await service.save();
    api.change = (_id, change) => (sent.push(change), Promise.resolve({ ...FLOW, name: 'Mine', version: 5 }));
    await service.saveOver({ theirs, by: null });
    expect(sent.at(-1)).toEqual({ name: 'Mine', tree_type: 'troubleshooting', version: 4 });
    expect(service.version()).toBe(5);
    expect(history.dirty()).toBe(false);
  });

  it('takes theirs, from where undo leads back to the draft', () => {
    const theirs = { ...FLOW, name: 'Theirs', version: 4 };
    const { saving: service, history } = saving();
    service.begin(FLOW);
    history.change({ name: 'Mine' });
    service.take(theirs);
    expect(history.draft().name).toBe('Theirs');
    expect(history.dirty()).toBe(false);
    history.undo();
    expect(history.draft().name).toBe('Mine');
  });
});
