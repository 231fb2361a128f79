import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';

const INSTANT =
  /^(19[7-9]\d|[2-9]\d{3})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Whether the value is an instant as the contract spells it: ISO 8601 with `Z` or an offset, from 1970 on. */
export function isInstant(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const parts = INSTANT.exec(value);
  if (!parts) return false;
  const month = Number(parts[2]);
  return month >= 1 && month <= 12 && isDayOf(Number(parts[1]), month, Number(parts[3]));
}

function isDayOf(year: number, month: number, day: number): boolean {
  if (day <= 28) return day >= 1;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A time with its zone; a time without one could be any of a day's. Kept to the millisecond. */
export function IsInstant(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isInstant',
      validator: {
        validate: isInstant,
        defaultMessage: buildMessage(
          (each) => `${each}$property must be an instant with its zone, as 2026-06-30T09:15:00Z`,
          options,
        ),
      },
    },
    options,
  );
}
