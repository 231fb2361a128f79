import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { form, FormRoot } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';

import type { FlowDto } from '@flowpilot/contracts';

import { type ServerProblem, toProblem } from '../core/problem.js';
import { Toast } from '../core/toast.js';
import { Card } from '../ui/card/card.js';
import { focusFirstInvalid } from '../ui/form/first-invalid.js';
import { FormProblem } from '../ui/form/form-problem.js';
import { Icon } from '../ui/icon.js';
import { categoryChoices } from './category-choices.js';
import { FlowCategories } from './flow-categories.js';
import { creation, type FlowDraft, newDraft } from './flow-draft.js';
import { FlowFields } from './flow-fields.js';
import { flowRules } from './flow-rules.js';
import type { HoldsChanges } from './unsaved-changes.js';

/** Stands for the category that is made together with the flow. */
const NEW_CATEGORY = 'new';

/** A new flow, with its category filled in when a gap of the coverage has led here. */
@Component({
  selector: 'fp-flow-new-page',
  imports: [Card, FlowFields, FormProblem, FormRoot, Icon, RouterLink],
  templateUrl: './flow-new-page.html',
  styleUrl: './flow-page.css',
  host: { '(window:beforeunload)': 'holdBack($event)' },
})
export class FlowNewPage implements HoldsChanges {
  /** From the address: the category to fill in, else the problem domain to make one for, and the page to go back to. */
  readonly category_id = input<string>();
  readonly domain = input<string>();
  readonly return = input<string>();

  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toast = inject(Toast);
  private readonly flowCategories = inject(FlowCategories);
  private readonly known = categoryChoices();
  private readonly created = signal(false);
  protected readonly refusal = signal<ServerProblem | undefined>(undefined);

  /** The domain whose category is still to be made. */
  private readonly newCategory = computed(() => (this.category_id() ? undefined : this.domain()?.trim()));
  private readonly first = computed(() => newDraft(this.category_id() ?? (this.newCategory() ? NEW_CATEGORY : '')));
  private readonly draft = linkedSignal<FlowDraft>(() => ({ ...this.first() }));
  protected readonly form = form(this.draft, (path) => flowRules(path, () => true), {
    submission: { action: () => this.create(), onInvalid: focusFirstInvalid },
  });
  protected readonly categories = computed(() => {
    const domain = this.newCategory();
    return domain ? [{ id: NEW_CATEGORY, label: `${domain} (new)` }, ...this.known.list()] : this.known.list();
  });
  protected readonly back = computed(() => this.router.parseUrl(pageBehind(this.return())));

  hasChanges(): boolean {
    return !this.created() && JSON.stringify(this.draft()) !== JSON.stringify(this.first());
  }

  protected holdBack(event: Event): void {
    if (this.hasChanges()) event.preventDefault();
  }

  private async create(): Promise<undefined> {
    this.refusal.set(undefined);
    try {
      const flow = await firstValueFrom(this.http.post<FlowDto>('/flows', creation(await this.withCategory())));
      this.created.set(true);
      this.toast.say(`Flow “${flow.name}” created`);
      await this.router.navigateByUrl(this.back());
    } catch (error) {
      this.refusal.set(toProblem(error));
    }
  }

  private async withCategory(): Promise<FlowDraft> {
    const draft = this.draft();
    const domain = this.newCategory();
    if (draft.categoryId !== NEW_CATEGORY || !domain) return draft;
    return { ...draft, categoryId: (await this.flowCategories.forDomain(domain)).id };
  }
}

/** The page that led here, if it was one of ours. */
function pageBehind(asked: string | undefined): string {
  return asked?.startsWith('/') && !asked.startsWith('//') ? asked : '/analytics/coverage';
}
