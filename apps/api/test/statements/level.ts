import type { ColumnRef, JoinType, Node } from 'libpg-query';

import { columnOf, conjuncts, constantOf, equalities, lastName, namesOf } from './syntax.js';

/** A column that a query gives, and the parameter that its values are, if it is known to be one. */
export interface Output {
  name: string;
  account?: string;
}

/** What stands in a FROM clause, or is written to. */
export interface Item {
  name: string;
  /** Columns that are known to equal a parameter. */
  fixed: Map<string, string>;
}

/** `left` equals `right` in every row; of an outer join only the rows of some items are restricted by it. */
interface Equality {
  sides: [Node, Node];
  restricts?: ReadonlySet<string>;
}

/**
 * One query's own FROM and WHERE: which columns of which items are held to a parameter, directly or by being equal to one
 * that is. What a query around it, or one within it, says of an account does not count: PostgreSQL does not carry it
 * across, and Citus asks PostgreSQL.
 */
export class Level {
  readonly items = new Map<string, Item>();
  private readonly equal: Equality[] = [];

  add(item: Item): void {
    this.items.set(item.name, item);
  }

  /** A condition that every row meets; under an outer join it restricts the given items only. */
  require(condition: Node | undefined, restricts?: ReadonlySet<string>): void {
    for (const part of conjuncts(condition)) {
      for (const sides of equalities(part)) this.equal.push({ sides, restricts });
    }
  }

  /** `join … using (columns)`. */
  requireUsing(columns: readonly string[], left: readonly string[], right: readonly string[], type: JoinType | undefined): void {
    for (const column of columns) {
      for (const one of left) {
        for (const other of right) {
          this.equal.push({ sides: [reference(one, column), reference(other, column)], restricts: restricted(type, left, right) });
        }
      }
    }
  }

  /** Spreads what is known until nothing more follows. */
  settle(): void {
    for (let changed = true; changed; ) changed = this.equal.map((equality) => this.spread(equality)).some(Boolean);
  }

  /** The parameter that an expression's value is. */
  valueOf(node: Node): string | undefined {
    const column = columnOf(node);
    if (column === undefined) return constantOf(node);
    const [item, name] = this.find(column) ?? [];
    return item?.fixed.get(name ?? '');
  }

  private spread({ sides: [left, right], restricts }: Equality): boolean {
    return [this.fix(left, this.valueOf(right), restricts), this.fix(right, this.valueOf(left), restricts)].some(Boolean);
  }

  private fix(node: Node, value: string | undefined, restricts: ReadonlySet<string> | undefined): boolean {
    const column = columnOf(node);
    if (column === undefined || value === undefined) return false;
    const [item, name] = this.find(column) ?? [];
    if (item === undefined || name === undefined) return false;
    if (item.fixed.has(name) || (restricts !== undefined && !restricts.has(item.name))) return false;
    item.fixed.set(name, value);
    return true;
  }

  private find({ fields }: ColumnRef): [Item, string] | undefined {
    const names = namesOf(fields);
    const name = names.at(-1) ?? '';
    const qualifier = names.at(-2);
    if (qualifier === undefined) {
      const [only, ...others] = this.items.values();
      return only !== undefined && others.length === 0 ? [only, name] : undefined;
    }
    const item = this.items.get(qualifier);
    return item && [item, name];
  }
}

/** The items whose rows a join's condition restricts: all of an inner join, those that may be missing of an outer one. */
export function restricted(type: JoinType | undefined, left: Iterable<string>, right: Iterable<string>): ReadonlySet<string> | undefined {
  if (type === 'JOIN_LEFT') return new Set(right);
  if (type === 'JOIN_RIGHT') return new Set(left);
  return type === 'JOIN_FULL' ? new Set() : undefined;
}

/** The name under which a column of a query's answer is known. */
export function outputName(name: string | undefined, value: Node | undefined): string {
  return name ?? (value && 'ColumnRef' in value ? lastName(value.ColumnRef.fields) : '');
}

function reference(item: string, column: string): Node {
  return { ColumnRef: { fields: [{ String: { sval: item } }, { String: { sval: column } }] } };
}
