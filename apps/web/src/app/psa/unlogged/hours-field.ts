import { Component, input, linkedSignal, output } from '@angular/core';

const MOST_HOURS = 24;
const DECIMALS = 4;

/** Hours of one line of a list, to correct; its name is read, not shown. Undefined while it holds no number of hours. */
@Component({
  selector: 'fp-hours-field',
  template: `
    <input
      #field
      class="input num"
      type="number"
      inputmode="decimal"
      step="any"
      min="0"
      [max]="most"
      [attr.aria-label]="label()"
      [attr.aria-invalid]="hours() === undefined ? true : null"
      [title]="hours() === undefined ? 'More than 0, at most 24 hours' : ''"
      [disabled]="fixed()"
      [value]="shown()"
      (input)="changed.emit(hoursIn(field.value))"
    />
  `,
  styles: ':host { display: inline-block; width: 84px; } input { text-align: right; }',
})
export class HoursField {
  readonly label = input.required<string>();
  readonly hours = input.required<number | undefined>();
  readonly fixed = input(false);
  readonly changed = output<number | undefined>();

  /** What is typed stands as it is while it is no number of hours. */
  protected readonly shown = linkedSignal<number | undefined, string>({
    source: () => this.hours(),
    computation: (hours, before) => hours?.toString() ?? before?.value ?? '',
  });
  protected readonly most = MOST_HOURS;
  protected readonly hoursIn = hoursIn;
}

/** Hours as the server takes them: more than 0, at most 24, up to 4 decimals. Undefined for anything else. */
export function hoursIn(text: string): number | undefined {
  const hours = text.trim() === '' ? Number.NaN : Number(text);
  const isFine = hours > 0 && hours <= MOST_HOURS && Number(hours.toFixed(DECIMALS)) === hours;
  return isFine ? hours : undefined;
}
