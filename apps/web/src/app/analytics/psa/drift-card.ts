import { httpResource } from '@angular/common/http';
import { Component, computed, effect, input, linkedSignal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { PsaDriftDto, WindowDto } from '@flowpilot/contracts';

import { toProblem } from '../../core/problem.js';
import { retryLater } from '../../core/retry-later.js';
import { Card } from '../../ui/card/card.js';
import type { Explanation } from '../../ui/explain/explanation.js';
import { RowsLink } from '../../ui/rows/rows-link.js';
import { Skeleton } from '../../ui/states/skeleton.js';
import { StaleLine } from '../../ui/states/stale-line.js';
import { driftWords } from './drift-words.js';
import { driftRows } from './psa-rows.js';

interface Answered {
  readonly drift: PsaDriftDto;
  readonly query: string;
  readonly at: Date;
}

/** The window's hours as pushed against what the PSA holds now; read anew whenever the tab's figures are. */
@Component({
  selector: 'fp-drift-card',
  imports: [Card, RouterLink, RowsLink, Skeleton, StaleLine],
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
  /** The last good answer, with what it answers. */
  private readonly answered = linkedSignal<PsaDriftDto | undefined, Answered | undefined>({
    source: () => (this.answer.hasValue() ? this.answer.value() : undefined),
    computation: (drift, before) =>
      drift === undefined ? before?.value : { drift, query: untracked(this.query), at: new Date() },
  });
  /** Of the chosen window only: those of another one would be taken for it. */
  private readonly own = computed(() => {
    const answered = this.answered();
    return answered?.query === this.query() ? answered : undefined;
  });
  protected readonly view = computed(() => {
    const drift = this.own()?.drift;
    return drift && { words: driftWords(drift), rows: driftRows(drift) };
  });
  protected readonly failure = computed(() => {
    const error = this.answer.error();
    return error && toProblem(error);
  });
  /** When what is shown was read, if a later read has failed. */
  protected readonly staleSince = computed(() => (this.failure() ? this.own()?.at : undefined));

  constructor() {
    let shown: WindowDto | undefined;
    effect(() => {
      const window = this.window();
      this.answered();
      if (shown !== undefined && shown !== window) untracked(() => this.answer.reload());
      shown = window;
    });
    retryLater(this.failure, () => this.answer.reload());
  }
}
