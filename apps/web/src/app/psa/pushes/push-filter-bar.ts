import { Component, computed, type ElementRef, input, viewChildren } from '@angular/core';
import { RouterLink } from '@angular/router';

import { offerSearch } from '../../core/shortcuts/page-search.js';
import { Icon } from '../../ui/icon.js';
import { PassesFocus } from '../../ui/passes-focus.js';
import { windowWords } from '../../ui/window/window-words.js';
import { KIND_WORDS } from '../push-words.js';
import { type PushFilter, stateChips } from './push-filter.js';

interface Condition {
  readonly words: string;
  readonly without: Readonly<Record<string, null>>;
}

/** The states to list, to turn on and off, and what else narrows the list, to take away. All are links. */
@Component({
  selector: 'fp-push-filter-bar',
  hostDirectives: [PassesFocus],
  imports: [Icon, RouterLink],
  templateUrl: './push-filter-bar.html',
  styleUrl: './push-filter-bar.css',
})
export class PushFilterBar {
  readonly filter = input.required<PushFilter>();

  private readonly links = viewChildren<ElementRef<HTMLElement>>('state');
  protected readonly states = computed(() => stateChips(this.filter().states));
  protected readonly conditions = computed<Condition[]>(() => {
    const { window, kind, sessionId } = this.filter();
    const conditions: Condition[] = [];
    if (window !== undefined) conditions.push({ words: windowWords(window), without: { period: null, from: null, to: null } });
    if (kind !== undefined) conditions.push({ words: `${KIND_WORDS[kind]} only`, without: { kind: null } });
    if (sessionId !== undefined) conditions.push({ words: 'Of one session', without: { session_id: null } });
    return conditions;
  });

  constructor() {
    offerSearch({ label: 'Filter the pushes', reach: () => this.links()[0]?.nativeElement.focus() });
  }
}
