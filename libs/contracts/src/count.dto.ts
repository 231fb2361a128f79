/** Counting rows ends here: nobody reads a list of so many. */
export const MAX_COUNT = 10_000;

/** How many rows a filter admits. */
export class CountDto {
  /** At most 10,000. */
  count!: number;
  /** Whether there are more than `count`. */
  more!: boolean;
}
