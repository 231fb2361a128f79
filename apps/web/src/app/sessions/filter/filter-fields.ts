import { Component, computed, type ElementRef, inject, input, output, viewChild } from '@angular/core';

import { PERIOD_DAYS, PERIODS } from '@flowpilot/metrics';

import { Directory } from '../../core/directory/directory.js';
import { administers } from '../../core/session/access-guards.js';
import { Session } from '../../core/session/session.js';
import { localDay, rangeOf } from '../../ui/window/chosen-window.js';
import { RangeForm } from '../../ui/window/range-form.js';
import { CHOICE_WORDS } from './filter-chips.js';
import { type FilterName, type SessionFilter, withValue } from './session-filter.js';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Every condition that a person may set by hand; each holds as soon as it is set. */
@Component({
  selector: 'fp-filter-fields',
  imports: [RangeForm],
  templateUrl: './filter-fields.html',
  styleUrl: './filter-fields.css',
})
export class FilterFields {
  readonly filter = input.required<SessionFilter>();
  readonly changed = output<SessionFilter>();

  private readonly domain = viewChild.required<ElementRef<HTMLInputElement>>('domain');
  private readonly user = inject(Session).user;
  protected readonly directory = inject(Directory);
  protected readonly periods = PERIODS.map((name) => ({ name, days: PERIOD_DAYS[name] }));
  protected readonly timeZone = computed(() => this.user()?.account?.time_zone ?? 'UTC');
  protected readonly range = computed(() => {
    const today = localDay(new Date(), this.timeZone());
    return { ...rangeOf(this.filter().window, today), today };
  });
  protected readonly several = [
    { name: 'status', label: 'Status', choices: choices('status') },
    { name: 'confidence_tier', label: 'Tier', choices: choices('confidence_tier') },
  ] as const;
  protected readonly single = computed(() => [
    { name: 'flow_id' as const, label: 'Flow', any: 'Any flow', choices: named(this.directory.flows()) },
    ...(administers(this.user())
      ? [{ name: 'user_id' as const, label: 'Engineer', any: 'Anyone', choices: named(this.directory.people()) }]
      : []),
    { name: 'step' as const, label: 'Reached', any: 'Any step', choices: choices('step') },
    { name: 'lost_after' as const, label: 'Lost', any: 'Anywhere', choices: choices('lost_after') },
  ]);
  protected readonly flags: readonly Choice[] = [
    { value: 'unmapped', label: 'Without a domain' },
    { value: 'skipped_a_step', label: 'Time logged, but no note or no ticket' },
    { value: 'unlogged', label: 'Ended a while ago, no time logged' },
  ];

  /** To the first field that takes words. */
  focus(): void {
    this.domain().nativeElement.focus();
  }

  protected has(name: string, value: string): boolean {
    return this.valuesOf(name).includes(value);
  }

  protected toggle(name: string, value: string): void {
    const values = this.valuesOf(name);
    this.set(name, values.includes(value) ? values.filter((other) => other !== value) : [...values, value]);
  }

  protected set(name: string, values: readonly string[]): void {
    const given = values.filter((value) => value.trim() !== '');
    this.changed.emit(withValue(this.filter(), name as FilterName, given));
  }

  protected text(name: FilterName): string {
    return this.filter().values[name]?.[0] ?? '';
  }

  protected isPeriod(name: string): boolean {
    const { window } = this.filter();
    return 'period' in window && window.period === name;
  }

  protected choose(window: SessionFilter['window']): void {
    this.changed.emit({ ...withValue(this.filter(), 'lifetime', []), window });
  }

  private valuesOf(name: string): readonly string[] {
    return this.filter().values[name as FilterName] ?? [];
  }
}

function choices(name: FilterName): Choice[] {
  return Object.entries(CHOICE_WORDS[name] ?? {}).map(([value, label]) => ({ value, label }));
}

function named(rows: readonly { id: string; name: string }[]): Choice[] {
  return rows.map(({ id, name }) => ({ value: id, label: name }));
}
