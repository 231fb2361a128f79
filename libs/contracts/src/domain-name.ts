import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';

import { domainKey } from '@flowpilot/metrics';

import { MAX_NAME_LENGTH } from './limits.js';

/** Keys are indexed, and a character can fold into many: the longest that an index row holds beside its others. */
const MAX_KEY_LENGTH = 2 * MAX_NAME_LENGTH;

export function isDomainName(value: unknown): value is string {
  return (
    typeof value === 'string' && value.length <= MAX_NAME_LENGTH && domainKey(value).length <= MAX_KEY_LENGTH
  );
}

/** A name that is compared by its key: of a problem domain or a category. */
export function IsDomainName(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isDomainName',
      validator: {
        validate: isDomainName,
        defaultMessage: buildMessage(
          (each) => `${each}$property must be a text of at most ${MAX_NAME_LENGTH} characters`,
          options,
        ),
      },
    },
    options,
  );
}
