import { ValidateIf } from 'class-validator';

/** The field may be left out, but not be null: `IsOptional` lets null through. */
export function Omittable(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}
