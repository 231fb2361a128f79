import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { csvCell } from '../../http/csv.js';

export interface RejectedRow {
  /** Physical line of the imported file on which the row begins. */
  line: number;
  reference: string | null;
  code: string;
  message: string;
}

/**
 * The report of rejected rows: `FILE.rejected.csv` beside the file, or in the folder given where that one cannot
 * be written to. There is none when nothing was rejected.
 */
export class RejectedRows {
  private writtenTo: string | null = null;

  constructor(
    private readonly importedFile: string,
    private readonly otherFolder: string,
  ) {}

  /** Null as long as nothing was rejected. */
  get path(): string | null {
    return this.writtenTo;
  }

  /** Takes away what an earlier run has left. */
  async clear(): Promise<void> {
    for (const path of this.places()) await rm(path, { force: true }).catch(() => undefined);
  }

  async add(rows: readonly RejectedRow[]): Promise<void> {
    this.writtenTo ??= await this.begin();
    await appendFile(this.writtenTo, rows.map(csvLine).join(''));
  }

  private async begin(): Promise<string> {
    const [beside, elsewhere] = this.places();
    const heading = 'line,reference,code,reason\r\n';
    try {
      await writeFile(beside, heading);
      return beside;
    } catch {
      await mkdir(this.otherFolder, { recursive: true });
      await writeFile(elsewhere, heading);
      return elsewhere;
    }
  }

  private places(): [beside: string, elsewhere: string] {
    const name = `${basename(this.importedFile)}.rejected.csv`;
    return [join(dirname(this.importedFile), name), join(this.otherFolder, name)];
  }
}

function csvLine({ line, reference, code, message }: RejectedRow): string {
  return `${[line, reference, code, message].map(csvCell).join(',')}\r\n`;
}
