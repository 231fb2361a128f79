import type { RangeVar } from 'libpg-query';

import { REFERENCE_TABLES, TENANT_TABLES } from '../../../../migrations/distribution.js';

const tenantTables: ReadonlySet<string> = new Set(TENANT_TABLES);
const referenceTables: ReadonlySet<string> = new Set(REFERENCE_TABLES);

/** What is wrong with a statement, and which accounts its tenants' tables are held to. */
export class Verdict {
  readonly faults = new Set<string>();
  private readonly accounts = new Set<string>();

  fault(fault: string): void {
    this.faults.add(fault);
  }

  /** A tenant's table of which only the rows of `account` can be met; any row when it is undefined. */
  tableHeldTo(table: string, account: string | undefined): void {
    if (account === undefined) this.fault(`${table} is not held to an account`);
    else this.accounts.add(account);
    if (this.accounts.size > 1) this.fault(`several accounts: ${[...this.accounts].sort().join(', ')}`);
  }
}

export function isTenantTable(table: RangeVar): boolean {
  return isOwn(table, tenantTables);
}

export function isReferenceTable(table: RangeVar): boolean {
  return isOwn(table, referenceTables);
}

function isOwn({ schemaname = 'public', relname = '' }: RangeVar, names: ReadonlySet<string>): boolean {
  return schemaname === 'public' && names.has(relname);
}
