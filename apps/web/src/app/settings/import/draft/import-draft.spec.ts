import { provideHttpClient, withXhr } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';

import { IMPORT, PREVIEW } from '../import-fixture.js';
import { ImportApi } from '../import-api.js';
import { Session } from '../../../core/session/session.js';
import { ADMIN, granted, STRANGER } from '../../../core/session/session-fixture.js';
import { FileUpload } from './file-upload.js';
import { ImportDraft } from './import-draft.js';
import { KeptMapping } from './kept-mapping.js';

const FILE = new File(['Ticket;Opened\n'], 'tickets.csv');
const REFUSAL = { code: 'validation_failed', detail: 'The file cannot be imported: it is empty.' };

describe('ImportDraft', () => {
  let draft: ImportDraft;
  let server: HttpTestingController;

  beforeEach(() => {
    sessionStorage.clear();
    begin();
  });

  function begin(user = ADMIN): void {
    TestBed.resetTestingModule();
    const providers = [provideHttpClient(withXhr()), provideHttpClientTesting(), ImportApi, FileUpload, ImportDraft];
    TestBed.configureTestingModule({ providers });
    TestBed.inject(Session).accept(granted('token', user));
    draft = TestBed.inject(ImportDraft);
    server = TestBed.inject(HttpTestingController);
  }

  afterEach(() => {
    server.verify();
  });

  async function opened(): Promise<void> {
    const opening = draft.open(FILE);
    server.expectOne('/imports/preview').flush(PREVIEW);
    expect(await opening).toBe(true);
  }

  it('opens a file with what the server suggests', async () => {
    await opened();
    expect([draft.heading()[0], draft.draft()?.dateFormat, draft.absent()]).toEqual(['Ticket', 'dd/MM/yyyy HH:mm', []]);
  });

  it('says why a file cannot be opened', async () => {
    const opening = draft.open(FILE);
    server.expectOne('/imports/preview').flush(REFUSAL, { status: 422, statusText: '' });
    expect(await opening).toBe(false);
    expect(draft.problem()?.detail).toBe(REFUSAL.detail);
  });

  it('checks the whole file with the mapping, and notices what is changed afterwards', async () => {
    await opened();
    const checking = draft.check();
    const { request, flush } = bound(server.expectOne('/imports'));
    const form = request.body as FormData;
    expect([form.get('format'), form.get('dry_run'), form.get('shift_to_today')]).toEqual(['csv', 'true', 'false']);
    expect(JSON.parse(form.get('mapping') as string)).toEqual(PREVIEW.mapping);
    flush(IMPORT);
    expect((await checking)?.id).toBe('import-1');
    expect([draft.madeId(), draft.isChanged()]).toEqual(['import-1', false]);
    draft.change({ shiftToToday: true });
    expect(draft.isChanged()).toBe(true);
    draft.close();
  });

  it('notices what is changed while the file is on its way', async () => {
    await opened();
    const checking = draft.check();
    draft.change({ shiftToToday: true });
    server.expectOne('/imports').flush(IMPORT);
    await checking;
    expect([draft.madeId(), draft.isChanged()]).toEqual(['import-1', true]);
    draft.close();
  });

  it('keeps the columns when an upload is refused or cancelled', async () => {
    await opened();
    const refused = draft.check();
    server.expectOne('/imports').flush({ code: 'conflict', detail: 'Another import is at work.' }, { status: 409, statusText: '' });
    expect([await refused, draft.problem()?.code]).toEqual([undefined, 'conflict']);
    const cancelled = draft.check();
    const upload = TestBed.inject(FileUpload);
    expect(upload.progress()).toEqual({ sent: 0, total: FILE.size });
    server.expectOne('/imports');
    upload.cancel();
    expect([await cancelled, upload.progress(), draft.draft() === null]).toEqual([undefined, null, false]);
  });

  describe('after a reload', () => {
    const OTHER = { ...PREVIEW, columns: [{ name: 'Reference', samples: ['T-1'] }] };

    beforeEach(async () => {
      await opened();
      draft.change({ dateFormat: 'yyyy-MM-dd' });
      draft.close();
    });

    it('finds the mapping made when the file is chosen again', async () => {
      begin();
      expect(TestBed.inject(KeptMapping).latest()?.fileName).toBe('tickets.csv');
      const opening = draft.open(FILE);
      const { request, flush } = bound(server.expectOne('/imports/preview'));
      const { date_format: format } = JSON.parse((request.body as FormData).get('mapping') as string) as { date_format: string };
      expect(format).toBe('yyyy-MM-dd');
      flush(PREVIEW);
      expect([await opening, draft.draft()?.dateFormat]).toEqual([true, 'yyyy-MM-dd']);
    });

    it('begins anew with a file of the same name and other columns', async () => {
      begin();
      const opening = draft.open(FILE);
      server.expectOne('/imports/preview').flush(OTHER);
      await new Promise((resolve) => setTimeout(resolve));
      server.expectOne('/imports/preview').flush(OTHER);
      expect([await opening, draft.draft()?.dateFormat]).toEqual([true, 'dd/MM/yyyy HH:mm']);
    });

    it('finds nothing of another person, and nothing that was taken back', async () => {
      begin(STRANGER);
      await opened();
      expect(draft.draft()?.dateFormat).toBe('dd/MM/yyyy HH:mm');
      begin();
      TestBed.inject(KeptMapping).forget();
      begin();
      await opened();
      expect(draft.draft()?.dateFormat).toBe('dd/MM/yyyy HH:mm');
    });
  });
});

function bound(call: ReturnType<HttpTestingController['expectOne']>) {
  return { request: call.request, flush: (body: object) => call.flush(body) };
}
