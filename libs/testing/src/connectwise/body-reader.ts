import { Refusal } from './refusal.js';

/** Reads the fields of one posted object, refusing what ConnectWise would refuse, and every unknown field. */
export class BodyReader {
  private readonly fields: Readonly<Record<string, unknown>>;

  constructor(
    private readonly resource: string,
    body: unknown,
    known: readonly string[],
  ) {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      throw new Refusal(400, 'InvalidObject', `${resource} object is required`);
    }
    this.fields = body as Record<string, unknown>;
    const unknown = Object.keys(body).find((field) => !known.includes(field));
    if (unknown !== undefined) throw Refusal.invalid(resource, unknown, `Unknown field ${unknown}.`);
  }

  text(field: string): string | undefined {
    return this.read(field, 'a text', (value): value is string => typeof value === 'string');
  }

  flag(field: string): boolean {
    return this.read(field, 'true or false', (value): value is boolean => typeof value === 'boolean') ?? false;
  }

  number(field: string): number | undefined {
    return this.read(field, 'a number', (value): value is number => typeof value === 'number');
  }

  /** `yyyy-MM-ddTHH:mm:ssZ`, and a day that exists. */
  time(field: string): Date | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const time = new Date(text);
    const exact = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) && !Number.isNaN(time.getTime());
    if (!exact) throw Refusal.invalid(this.resource, field, `${field} must be yyyy-MM-ddTHH:mm:ssZ.`);
    return time;
  }

  /** The id of a reference such as `member: {id}`. */
  reference(field: string): number | undefined {
    const value = this.fields[field];
    if (value === undefined || value === null) return undefined;
    const id: unknown = typeof value === 'object' ? Reflect.get(value, 'id') : undefined;
    if (typeof id !== 'number') throw Refusal.invalid(this.resource, field, `${field} must be {id}.`);
    return id;
  }

  required<T>(field: string, value: T | undefined): T {
    if (value === undefined || value === '') throw Refusal.missing(this.resource, field);
    return value;
  }

  private read<T>(field: string, kind: string, is: (value: unknown) => value is T): T | undefined {
    const value = this.fields[field];
    if (value === undefined || value === null) return undefined;
    if (!is(value)) throw Refusal.invalid(this.resource, field, `${field} must be ${kind}.`);
    return value;
  }
}
