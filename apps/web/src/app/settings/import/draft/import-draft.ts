import { computed, inject, Injectable, signal } from '@angular/core';

import type { ImportDto, ImportPreviewDto } from '@flowpilot/contracts';

import { type ServerProblem, toProblem } from '../../../core/problem.js';
import { Toast } from '../../../core/toast.js';
import { ImportApi, type Reading } from '../import-api.js';
import { FileUpload } from './file-upload.js';
import { type KeptDraft, KeptMapping } from './kept-mapping.js';
import { absentTargets, type MappingDraft, mappingOf, suggestedDraft } from './mapping-draft.js';

/** Choosing is faster than the server is asked. */
const PREVIEW_DELAY_MS = 250;
/** Nothing chosen yet: the server suggests. */
const UNREAD: Reading = { format: null, mapping: null, encoding: null };

/** The chosen file, what becomes of its columns, and what the server says to both. */
@Injectable()
export class ImportDraft {
  private readonly api = inject(ImportApi);
  private readonly upload = inject(FileUpload);
  private readonly kept = inject(KeptMapping);
  private readonly toast = inject(Toast);
  private asked = 0;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  readonly file = signal<File | null>(null);
  readonly preview = signal<ImportPreviewDto | null>(null);
  readonly draft = signal<MappingDraft | null>(null);
  /** Why the file, or its mapping, is not taken. */
  readonly problem = signal<ServerProblem | null>(null);
  readonly isPreviewing = signal(false);
  /** The latest import that was made of the file. */
  readonly madeId = signal<string | null>(null);
  /** Whether the draft is another since. */
  readonly isChanged = signal(false);
  readonly heading = computed(() => this.preview()?.columns.map(({ name }) => name) ?? []);
  readonly absent = computed(() => absentTargets(this.draft() ?? NOTHING));

  /** Whether the file can be read at all. */
  async open(file: File): Promise<boolean> {
    this.close();
    this.file.set(file);
    const kept = this.kept.of(file.name);
    const draft = (kept && (await this.again(file, kept))) ?? (await this.suggested(file));
    if (!draft) return false;
    this.draft.set(draft);
    return true;
  }

  close(): void {
    clearTimeout(this.waiting);
    this.asked += 1;
    this.file.set(null);
    this.preview.set(null);
    this.draft.set(null);
    this.problem.set(null);
    this.madeId.set(null);
    this.isChanged.set(false);
  }

  /** Takes back what the person has chosen. */
  async reset(): Promise<void> {
    const file = this.file();
    if (!file) return;
    const suggested = await this.suggested(file);
    if (!suggested) return;
    this.change(suggested);
    this.kept.forget();
  }

  change(change: Partial<MappingDraft>): void {
    this.draft.update((draft) => draft && { ...draft, ...change });
    this.isChanged.set(true);
    this.keep();
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.refresh(), PREVIEW_DELAY_MS);
  }

  /** Sends the whole file for a dry run. Undefined when that was refused or cancelled. */
  async check(): Promise<ImportDto | undefined> {
    const [file, draft] = [this.file(), this.draft()];
    if (!file || !draft) return undefined;
    this.problem.set(null);
    try {
      const made = await this.upload.check(file, readingOf(draft, this.heading()), draft.shiftToToday);
      if (made) {
        this.madeId.set(made.id);
        this.isChanged.set(this.draft() !== draft);
      }
      return made;
    } catch (error) {
      this.problem.set(toProblem(error));
      return undefined;
    }
  }

  private async suggested(file: File): Promise<MappingDraft | undefined> {
    if (this.file() !== file) return undefined;
    const preview = await this.ask(file, UNREAD);
    return preview && suggestedDraft(preview);
  }

  /** What was made of the file before a reload, if its columns are still the same. */
  private async again(file: File, kept: KeptDraft): Promise<MappingDraft | undefined> {
    const isWhole = absentTargets(kept.draft).length === 0;
    await this.ask(file, isWhole ? readingOf(kept.draft, kept.heading) : { ...UNREAD, encoding: kept.draft.encoding });
    if (this.heading().join('\n') !== kept.heading.join('\n')) return undefined;
    this.toast.say('The mapping that you had made is back.');
    return kept.draft;
  }

  private keep(): void {
    const [file, draft] = [this.file(), this.draft()];
    if (file && draft) this.kept.keep({ fileName: file.name, heading: this.heading(), draft });
  }

  private async refresh(): Promise<void> {
    const [file, draft] = [this.file(), this.draft()];
    if (file && draft && this.absent().length === 0) await this.ask(file, readingOf(draft, this.heading()));
  }

  private async ask(file: File, reading: Reading): Promise<ImportPreviewDto | undefined> {
    const question = (this.asked += 1);
    this.problem.set(null);
    this.isPreviewing.set(true);
    try {
      const preview = await this.api.preview(file, reading);
      if (question !== this.asked) return undefined;
      this.preview.set(preview);
      return preview;
    } catch (error) {
      if (question === this.asked) this.problem.set(toProblem(error));
      return undefined;
    } finally {
      if (question === this.asked) this.isPreviewing.set(false);
    }
  }
}

function readingOf(draft: MappingDraft, heading: readonly string[]): Reading {
  return { format: draft.format, mapping: mappingOf(draft, heading), encoding: draft.encoding };
}

const NOTHING: MappingDraft = {
  format: 'csv',
  targets: {},
  referenceIsTicket: false,
  words: { status: {}, confidence_tier: {} },
  missing: [],
  dateFormat: '',
  delimiter: ',',
  encoding: 'utf-8',
  shiftToToday: false,
};
