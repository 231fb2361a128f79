import { httpResource } from '@angular/common/http';
import { Component, computed, effect, input, linkedSignal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { PsaDriftDto, WindowDto } from '@flowpilot/contracts';

import { toProblem } from '../../core/problem.js';
import { Card } from '../../ui/card/card.js';
import type { Explanation } from '../../ui/explain/explanation.js';
import { Skeleton } from '../../ui/states/skeleton.js';
import { driftWords } from './drift-words.js';

/** The window's hours as pushed against what the PSA holds now; read anew whenever the tab's figures are. */
@Component({
  selector: 'fp-drift-card',
  imports: [Card, RouterLink, Skeleton],
  templateUrl: './drift-card.html',
  styleUrl: './drift-card.css',
})
export class DriftCard {
  /** Of the figures shown beside it. */
  readonly window = input.required<WindowDto>();
  readonly query = input.required<string>();
  readonly params = input.required<Record<string, string | null>>();
  readonly explanation = input.required<Explanation>();

  protected readonly answer = httpResource<PsaDriftDto>(() => `/psa/drift?${this.query()}`);
  /** The last good answer. */
  private readonly drift = linkedSignal<PsaDriftDto | undefined, PsaDriftDto | undefined>({
    source: () => (this.answer.hasValue() ? this.answer.value() : undefined),
    computation: (drift, before) => drift ?? before?.value,
  });
  protected readonly words = computed(() => {
    const drift = this.drift();
    return drift && driftWords(drift);
  });
  protected readonly problem = computed(() => {
    const error = this.answer.error();
    return error && toProblem(error);
  });

  constructor() {
    let shown: WindowDto | undefined;
    effect(() => {
      const window = this.window();
      this.drift();
      if (shown !== undefined && shown !== window) untracked(() => this.answer.reload());
      shown = window;
    });
  }
}
