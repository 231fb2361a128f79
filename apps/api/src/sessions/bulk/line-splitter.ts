import { isUtf8 } from 'node:buffer';

const LINE_FEED = 0x0a;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** A physical line, from 1; `text` is null where the line cannot be read, for the reason in `fault`. */
export type Line = { line: number } & ({ text: string } | { fault: 'too_long' | 'not_utf8' });

/**
 * Cuts bytes that arrive in pieces into lines. Holds back no more than one line, and of a line that is longer than
 * the limit nothing.
 */
export class LineSplitter {
  private line = 1;
  private held: Buffer[] = [];
  private heldBytes = 0;

  constructor(private readonly maxLineBytes: number) {}

  /** The lines that this piece ends. Blank ones are left out. */
  push(piece: Uint8Array): Line[] {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    const lines: Line[] = [];
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
      this.hold(bytes.subarray(start, end));
      lines.push(...this.release());
      start = end + 1;
    }
    this.hold(bytes.subarray(start));
    return lines;
  }

  /** What stands after the last line feed. */
  end(): Line[] {
    return this.release();
  }

  private hold(part: Buffer): void {
    this.heldBytes += part.length;
    if (this.heldBytes > this.maxLineBytes) this.held = [];
    else if (part.length > 0) this.held.push(part);
  }

  private release(): Line[] {
    const line = this.line;
    const tooLong = this.heldBytes > this.maxLineBytes;
    const [first] = this.held;
    const bytes = this.held.length === 1 && first ? first : Buffer.concat(this.held);
    this.line += 1;
    this.held = [];
    this.heldBytes = 0;
    if (tooLong) return [{ line, fault: 'too_long' }];
    if (!isUtf8(bytes)) return [{ line, fault: 'not_utf8' }];
    const text = withoutMark(bytes, line).toString('utf8');
    return text.trim() === '' ? [] : [{ line, text }];
  }
}

/** Some programs begin a file with a byte order mark. */
function withoutMark(bytes: Buffer, line: number): Buffer {
  const isMarked = line === 1 && bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
  return isMarked ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes;
}
