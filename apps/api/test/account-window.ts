import type { WindowQueryDto } from '@flowpilot/contracts';

import type { Database } from '../src/database/database.js';
import { type AccountWindow, WindowService } from '../src/window/index.js';

/** The window that an account sees at an instant. */
export function windowAt(
  database: Database,
  accountId: string,
  now: string | Date,
  query: WindowQueryDto = {},
): Promise<AccountWindow> {
  return new WindowService(database, { now: () => new Date(now) }).resolve(accountId, query);
}
