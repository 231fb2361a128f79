import { Transform } from 'class-transformer';

/** A query parameter that reads `true` or `false`; anything else stays as it is, for the validator to refuse. */
export function ToBoolean(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => {
    if (value === 'true') return true;
    return value === 'false' ? false : value;
  });
}

/** A query parameter that may be repeated: one value is a list of one. */
export function ToList(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    value === undefined || Array.isArray(value) ? value : [value],
  );
}
