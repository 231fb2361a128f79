import type { ImportTarget, TranslatedImportTarget } from '@flowpilot/metrics';

import type { ImportMapping } from './import-mapping.js';
import type { RowReader } from './row-reader.js';
import { RowRejection } from './row-rejection.js';
import { isTakenText, longestText } from './text-limits.js';
import type { TimeReader } from './time-reader.js';
import { translate } from './translate.js';

/** One row's values in our types; null where the row has none. */
export class TypedRow {
  constructor(
    private readonly mapping: ImportMapping,
    private readonly reader: RowReader,
    private readonly times: TimeReader,
    private readonly cells: readonly string[],
  ) {}

  /** @throws RowRejection when it is longer than the server takes. */
  text(target: ImportTarget): string | null {
    const text = this.reader.value(this.cells, target);
    if (text === null || isTakenText(target, text)) return text;
    throw new RowRejection('too_long', `${this.reader.columnsOf(target)} has more than ${longestText(target)} characters`);
  }

  /** @throws RowRejection */
  required(target: ImportTarget): string {
    return this.text(target) ?? this.lacks('', target);
  }

  /** Epoch milliseconds. @throws RowRejection when it is no time that is taken, or before `notBefore`, the row's beginning. */
  time(target: ImportTarget, notBefore?: number): number | null {
    const text = this.text(target);
    if (text === null) return null;
    const instant = this.times.read(text, notBefore);
    const column = this.reader.columnsOf(target);
    if (instant === null) {
      const form = this.mapping.dateFormat ?? 'ISO 8601';
      throw new RowRejection('invalid_time', `${column} "${text}" is not a time of the form ${form}`);
    }
    if (!this.times.takes(instant)) {
      const place = instant < this.times.taken.from ? 'before 1970' : 'in the future';
      throw new RowRejection('invalid_time', `${column} "${text}" lies ${place}`);
    }
    if (notBefore !== undefined && instant < notBefore) {
      const beginning = this.reader.columnsOf('created_at');
      throw new RowRejection('times_out_of_order', `${column} lies before ${beginning}`);
    }
    return instant;
  }

  /** @throws RowRejection when the translation leads to none of the words. */
  word<Word extends string>(target: TranslatedImportTarget, words: readonly Word[]): Word | null {
    const text = this.text(target);
    if (text === null) return null;
    const word = translate(text, this.mapping.translations[target] ?? {}, words);
    if (word !== null) return word;
    throw new RowRejection('unknown_value', `unknown ${target} "${text}" in ${this.reader.columnsOf(target)}`);
  }

  /** 0 to 1. @throws RowRejection */
  share(target: ImportTarget): number | null {
    const text = this.text(target);
    if (text === null) return null;
    const share = Number(text);
    if (share >= 0 && share <= 1) return share;
    throw new RowRejection('invalid_number', `${this.reader.columnsOf(target)} "${text}" is not a number from 0 to 1`);
  }

  isMapped(target: ImportTarget): boolean {
    return this.reader.isMapped(target);
  }

  /** @throws RowRejection always: the row needs a value in one of these targets' columns. */
  lacks(because: string, ...targets: ImportTarget[]): never {
    throw new RowRejection('missing_value', `${because}has no ${this.reader.columnsOf(...targets)}`);
  }
}
