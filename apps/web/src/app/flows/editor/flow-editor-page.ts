import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, untracked, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';

import type { FlowDetailDto } from '@flowpilot/contracts';

import { PageTitle } from '../../core/page-title.js';
import { toProblem } from '../../core/problem.js';
import { retryLater } from '../../core/retry-later.js';
import { administers } from '../../core/session/access-guards.js';
import { LogInMark } from '../../core/session/log-in-mark.js';
import { Session } from '../../core/session/session.js';
import { Toast } from '../../core/toast.js';
import type { HoldsChanges } from '../../core/unsaved-changes.js';
import { EmptyState } from '../../ui/states/empty-state.js';
import { ErrorState } from '../../ui/states/error-state.js';
import { flowPath } from '../flow-api.js';
import { DraftHistory } from './draft/draft-history.js';
import { DraftOpening } from './draft/draft-opening.js';
import { FlowSaving } from './draft/flow-saving.js';
import { EditorBody } from './editor-body.js';
import { EditorHead } from './editor-head.js';
import { EditorKeys } from './editor-keys.js';
import { EditorMode } from './editor-mode.js';
import { EDITOR_PROVIDERS } from './editor-providers.js';
import { EditorSkeleton } from './editor-skeleton.js';
import { DraftProblems } from './problems/draft-problems.js';
import { VersionRestoring } from './versions/version-restoring.js';

/** A flow to edit, or a new one; its category filled in when a gap of the coverage has led here. */
@Component({
  selector: 'fp-flow-editor-page',
  imports: [EditorBody, EditorHead, EditorSkeleton, EmptyState, ErrorState, RouterLink],
  providers: EDITOR_PROVIDERS,
  templateUrl: './flow-editor-page.html',
  host: {
    '(document:keydown)': 'keys.handle($event, save)',
    '(window:beforeunload)': 'holdBack($event)',
    '(window:pagehide)': 'keep()',
  },
})
export class FlowEditorPage implements HoldsChanges {
  /** From the address: the flow's id, none for a new one; then its category or problem domain, and the page behind. */
  readonly id = input<string>();
  readonly category_id = input<string>();
  readonly domain = input<string>();
  readonly return = input<string>();

  private readonly router = inject(Router);
  private readonly toast = inject(Toast);
  private readonly title = inject(PageTitle);
  private readonly user = inject(Session).user;
  private readonly logIn = inject(LogInMark);
  private readonly opening = inject(DraftOpening);
  private readonly saving = inject(FlowSaving);
  private readonly history = inject(DraftHistory);
  private readonly problems = inject(DraftProblems);
  private readonly restoring = inject(VersionRestoring);
  private readonly mode = inject(EditorMode);
  protected readonly keys = inject(EditorKeys);
  private readonly body = viewChild(EditorBody);

  private readonly stored = httpResource<FlowDetailDto>(() => {
    const id = this.id();
    return id === undefined ? undefined : flowPath(id);
  });
  protected readonly failure = computed(() => {
    const error = this.stored.error();
    return error && toProblem(error);
  });
  /** Whether there is something to edit. */
  protected readonly ready = computed(() => this.id() === undefined || this.saving.flow()?.id === this.id());
  protected readonly back = computed(() => this.router.parseUrl(pageBehind(this.return())));

  constructor() {
    retryLater(this.failure, () => this.reload());
    effect(() => this.mode.readOnly.set(!administers(this.user())));
    effect(() => {
      if (this.id() === undefined) untracked(() => this.opening.openNew(this.givenCategory()));
      else if (this.stored.hasValue()) this.open(this.stored.value());
    });
    effect(() => {
      const name = this.saving.flow()?.name;
      if (name !== undefined) this.title.show(name);
    });
  }

  hasChanges(): boolean {
    return !this.mode.readOnly() && this.history.dirty();
  }

  protected reload(): void {
    this.stored.reload();
  }

  /** An arrow, as the host's listener hands it on. */
  protected readonly save = (): void => void this.trySaving();

  protected showVersions(): void {
    const flow = this.saving.flow();
    if (flow) void this.restoring.open(flow);
  }

  /** The browser asks before it leaves; not when the log-in has ended, since the draft is kept then. */
  protected holdBack(event: Event): void {
    if (this.hasChanges() && this.logIn.present()) event.preventDefault();
  }

  protected keep(): void {
    if (this.hasChanges() && !this.logIn.present()) this.opening.keep();
  }

  private open(flow: FlowDetailDto): void {
    untracked(() => this.opening.open(flow));
  }

  private givenCategory() {
    const [id, name] = [this.category_id() ?? null, this.domain()?.trim() ?? ''];
    return id === null && name === '' ? null : { id, name };
  }

  private async trySaving(): Promise<void> {
    this.problems.asked.set(true);
    const [barring] = this.problems.barring();
    if (this.problems.ofName() !== null || this.problems.ofCategory() !== null) this.body()?.focusFault();
    else if (barring) this.body()?.goTo(barring.lineKey);
    else await this.saveDraft();
  }

  private async saveDraft(): Promise<void> {
    const before = this.saving.flow();
    if (before !== undefined && !this.history.dirty()) return;
    const saved = await this.saving.save();
    if (!saved) return;
    if (before !== undefined) this.toast.say(saved.version === before.version ? 'Flow saved' : `Flow saved as version ${saved.version}`);
    else await this.leaveCreated(saved);
  }

  private async leaveCreated({ id, name }: FlowDetailDto): Promise<void> {
    this.toast.say(`Flow “${name}” created`);
    if (this.return() !== undefined) await this.router.navigateByUrl(this.back());
    else await this.router.navigate(['/flows', id, 'edit'], { replaceUrl: true });
  }
}

/** The page that led here, if it was one of ours. */
function pageBehind(asked: string | undefined): string {
  return asked?.startsWith('/') && !asked.startsWith('//') ? asked : '/flows';
}
