import { Injectable } from '@nestjs/common';

import { Database } from '../database/database.js';
import { Problem } from '../http/problem.js';

@Injectable()
export class TimeZones {
  private known: Promise<string[]> | undefined;

  constructor(private readonly database: Database) {}

  /** Every name that `assertKnown` takes, in order. Asked once: the database reads a file for each. */
  all(): Promise<string[]> {
    this.known ??= this.read().catch((error: unknown) => {
      this.known = undefined;
      throw error;
    });
    return this.known;
  }

  /** @throws Problem `validation_failed` unless both the database and this runtime know the IANA name as it is spelled */
  async assertKnown(name: string, pointer: string): Promise<void> {
    const known = isNamed(name) && (await this.isKnownToDatabase(name));
    if (!known) throw Problem.invalid(pointer, 'time_zone must be an IANA time zone, such as Europe/Berlin');
  }

  private async read(): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      'select pg_timezone_names.name from pg_timezone_names order by pg_timezone_names.name collate "C"',
    );
    return rows.map(({ name }) => name).filter(isNamed);
  }

  private async isKnownToDatabase(name: string): Promise<boolean> {
    const rows = await this.database.query(
      'select from pg_timezone_names where pg_timezone_names.name = $1',
      [name],
    );
    return rows.length > 0;
  }
}

/** Offsets such as +02:00 are taken by the runtime too, but have no summer time. */
function isNamed(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
