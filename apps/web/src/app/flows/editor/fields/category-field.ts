import { afterNextRender, Component, computed, ElementRef, inject, Injector, resource, signal, viewChild } from '@angular/core';

import { LONGEST_NAME } from '../../../ui/form/limits.js';
import { Icon } from '../../../ui/icon.js';
import { FlowCategories } from '../../flow-categories.js';
import { DraftHistory } from '../draft/draft-history.js';
import { DraftProblems } from '../problems/draft-problems.js';

const NONE = '';
/** The category that the draft would make, and the wish to name another. */
const DRAFTED = 'drafted';
const OTHER = 'other';

/** Chooses a category of the account, or names one that is made when the flow is saved. */
@Component({
  selector: 'fp-category-field',
  imports: [Icon],
  templateUrl: './category-field.html',
  styles: '.naming { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; gap: 4px; }',
  host: { class: 'field' },
})
export class CategoryField {
  private readonly history = inject(DraftHistory);
  private readonly problems = inject(DraftProblems);
  private readonly categories = inject(FlowCategories);
  private readonly injector = inject(Injector);
  private readonly control = viewChild.required<ElementRef<HTMLElement>>('control');

  private readonly all = resource({ loader: () => this.categories.all() });
  protected readonly category = computed(() => this.history.draft().category);
  protected readonly choices = computed(() => {
    const chosen = this.category();
    const known: readonly { id: string; name: string }[] = this.all.hasValue() ? this.all.value() : [];
    // Until the list is there, or if it never comes, the flow's own category can be shown all the same.
    const id = chosen?.id ?? null;
    if (chosen === null || id === null || known.some((category) => category.id === id)) return known;
    return [{ id, name: chosen.name }, ...known];
  });
  protected readonly failed = computed(() => this.all.error() !== undefined);
  protected readonly naming = signal(false);
  protected readonly error = computed(() => (this.problems.asked() ? this.problems.ofCategory() : null));
  protected readonly longestName = LONGEST_NAME;

  protected choose(value: string): void {
    if (value === OTHER) this.startNaming();
    else if (value === NONE) this.history.change({ category: null });
    else if (value !== DRAFTED) {
      const chosen = this.choices().find(({ id }) => id === value);
      if (chosen) this.history.change({ category: { id: chosen.id, name: chosen.name } });
    }
  }

  protected rename(name: string): void {
    this.history.change({ category: { id: null, name } }, 'category');
  }

  protected stopNaming(): void {
    this.naming.set(false);
    if (this.category()?.name.trim() === '') this.history.change({ category: null });
    this.focusControl();
  }

  private startNaming(): void {
    this.naming.set(true);
    this.history.change({ category: { id: null, name: '' } });
    this.focusControl();
  }

  private focusControl(): void {
    afterNextRender(() => this.control().nativeElement.focus(), { injector: this.injector });
  }
}
