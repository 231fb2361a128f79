/** What a figure means: its definition, then its parts (numerator, denominator, window, time zone). */
export interface Explanation {
  readonly title: string;
  readonly definition: string;
  readonly facts: readonly Fact[];
}

export interface Fact {
  readonly term: string;
  readonly value: string;
}
