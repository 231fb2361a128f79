import type { Line } from './line-splitter.js';

/** Lines in one transaction: enough to make its cost small beside theirs, few enough to keep it short. */
const MAX_LINES = 500;
const MAX_CHARACTERS = 1024 * 1024;

/** Gathers lines into batches. */
export class LineBatcher {
  private lines: Line[] = [];
  private characters = 0;

  /** The batches that these lines fill. */
  *add(lines: readonly Line[]): Generator<Line[]> {
    for (const line of lines) {
      this.lines.push(line);
      this.characters += 'text' in line ? line.text.length : 0;
      if (this.lines.length >= MAX_LINES || this.characters >= MAX_CHARACTERS) yield this.take();
    }
  }

  /** The rest. */
  *end(): Generator<Line[]> {
    if (this.lines.length > 0) yield this.take();
  }

  private take(): Line[] {
    const { lines } = this;
    this.lines = [];
    this.characters = 0;
    return lines;
  }
}
