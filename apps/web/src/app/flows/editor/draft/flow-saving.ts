import { inject, Injectable, signal } from '@angular/core';

import type { FlowDetailDto } from '@flowpilot/contracts';

import { type ServerProblem, toProblem } from '../../../core/problem.js';
import { FlowApi } from '../../flow-api.js';
import { FlowCategories } from '../../flow-categories.js';
import { DraftHistory } from './draft-history.js';
import { changes, creation, draftOf, sameVersioned } from './draft-request.js';
import type { FlowDraft } from './flow-draft.js';

/** Somebody has saved the flow since it was opened: what it is now. */
export interface Conflict {
  readonly theirs: FlowDetailDto;
  /** Who saved it, if it was a person or a key that still has a name. */
  readonly by: string | null;
}

/** Sends the draft to the server. Whatever comes of it, what was typed stays. */
@Injectable()
export class FlowSaving {
  private readonly api = inject(FlowApi);
  private readonly categories = inject(FlowCategories);
  private readonly history = inject(DraftHistory);

  /** The stored flow; undefined until it is stored. */
  readonly flow = signal<FlowDetailDto | undefined>(undefined);
  /** The version that the draft was made on. */
  readonly version = signal<number | null>(null);
  readonly busy = signal(false);
  readonly refusal = signal<ServerProblem | undefined>(undefined);
  readonly conflict = signal<Conflict | undefined>(undefined);

  /** Takes up a stored flow; the draft may be another, made on an earlier version. */
  begin(flow: FlowDetailDto, draft = draftOf(flow), version: number | null = flow.version): void {
    this.flow.set(flow);
    this.version.set(version);
    this.history.begin(draft, draftOf(flow));
  }

  /** The stored flow after it, or undefined when it was not taken. */
  async save(): Promise<FlowDetailDto | undefined> {
    if (this.busy()) return undefined;
    this.busy.set(true);
    this.refusal.set(undefined);
    this.conflict.set(undefined);
    try {
      const draft = await this.withCategory();
      const saved = await this.send(draft);
      this.accepted(draft, saved);
      return saved;
    } catch (error) {
      await this.refused(toProblem(error));
      return undefined;
    } finally {
      this.busy.set(false);
    }
  }

  /** The draft replaces what the other person saved, which stays in the versions. */
  saveOver({ theirs }: Conflict): Promise<FlowDetailDto | undefined> {
    this.stored(theirs);
    this.history.rebase(draftOf(theirs));
    return this.save();
  }

  /** What is stored now becomes the draft; what was typed can be had back by undoing. */
  take(flow: FlowDetailDto): void {
    this.stored(flow);
    this.history.rebase(draftOf(flow));
    this.history.discard();
    this.refusal.set(undefined);
    this.conflict.set(undefined);
  }

  /**
   * Description and state are saved on whatever version there is. Where that is a colleague's by now, the draft stays one of
   * the version that it was made on, so that the next save of its steps asks before it replaces theirs.
   */
  private accepted(sent: FlowDraft, saved: FlowDetailDto): void {
    const before = this.history.storedDraft();
    const { description, isActive, ...versioned } = draftOf(saved);
    const isTheirs = saved.version !== this.version() && sameVersioned(before, sent);
    if (!isTheirs) this.version.set(saved.version);
    this.flow.set(saved);
    this.history.saved(sent, { ...(isTheirs ? before : versioned), description, isActive });
  }

  private stored(flow: FlowDetailDto): void {
    this.flow.set(flow);
    this.version.set(flow.version);
  }

  private send(draft: FlowDraft): Promise<FlowDetailDto> {
    const [flow, version] = [this.flow(), this.version()];
    if (!flow || version === null) return this.api.create(creation(draft));
    return this.api.change(flow.id, changes(this.history.storedDraft(), draft, version));
  }

  /** A category that is named only is made first, and stays made if the flow is refused. */
  private async withCategory(): Promise<FlowDraft> {
    const { category } = this.history.draft();
    if (category?.id !== null) return this.history.draft();
    const { id, name } = await this.categories.forDomain(category.name);
    this.history.amend({ category: { id, name } });
    return this.history.draft();
  }

  private async refused(problem: ServerProblem): Promise<void> {
    const flow = this.flow();
    if (problem.code !== 'conflict' || !flow) {
      this.refusal.set(problem);
      return;
    }
    try {
      const [theirs, versions] = await Promise.all([this.api.get(flow.id), this.api.versions(flow.id, null, 1)]);
      this.conflict.set({ theirs, by: versions.items[0]?.created_by?.name ?? null });
    } catch {
      this.refusal.set(problem);
    }
  }
}
