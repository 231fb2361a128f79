import { Component, computed, inject, signal } from '@angular/core';

import { TREE_TYPES } from '@flowpilot/metrics';

import { LONGEST_NAME, LONGEST_TEXT } from '../../../ui/form/limits.js';
import { Icon } from '../../../ui/icon.js';
import { DraftHistory } from '../draft/draft-history.js';
import { EditorMode } from '../editor-mode.js';
import { DraftProblems } from '../problems/draft-problems.js';
import { CategoryField } from './category-field.js';
import { TYPE_NAMES } from '../../type-names.js';

/** The controls of a flow's name, category, type, description and state. */
@Component({
  selector: 'fp-flow-fields',
  imports: [CategoryField, Icon],
  templateUrl: './flow-fields.html',
  styleUrl: './flow-fields.css',
})
export class FlowFields {
  protected readonly history = inject(DraftHistory);
  protected readonly readOnly = inject(EditorMode).readOnly;
  private readonly problems = inject(DraftProblems);

  private readonly nameLeft = signal(false);
  protected readonly nameError = computed(() =>
    this.nameLeft() || this.problems.asked() ? this.problems.ofName() : null,
  );
  protected readonly types = TREE_TYPES.map((type) => ({ type, name: TYPE_NAMES[type] }));
  protected readonly longestName = LONGEST_NAME;
  protected readonly longestDescription = LONGEST_TEXT;

  protected leaveName(): void {
    this.nameLeft.set(true);
  }

  protected setType(word: string): void {
    const treeType = TREE_TYPES.find((given) => given === word);
    if (treeType) this.history.change({ treeType });
  }
}
