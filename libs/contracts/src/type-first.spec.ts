import { getMetadataStorage } from 'class-validator';

import * as contracts from './index.js';

/** Constraints that ask how long, how many or how much: they have nothing to say of a value of another type. */
const OF_SIZE = new Set([
  ...['isNotEmpty', 'isLength', 'minLength', 'maxLength', 'min', 'max', 'isPositive'],
  ...['arrayNotEmpty', 'arrayMinSize', 'arrayMaxSize', 'arrayUnique'],
]);

const classes = Object.values(contracts).filter((member) => typeof member === 'function');

/** Every field that is checked, with the name of what is checked first: the decorator that stands nearest to it. */
function firstChecks(): { field: string; first: string }[] {
  const storage = getMetadataStorage();
  return classes.flatMap((dto) => {
    const rules = storage.getTargetValidationMetadatas(dto, '', false, false);
    return Object.entries(storage.groupByPropertyName(rules)).flatMap(([property, own]) => {
      const first = own.flatMap(({ constraintCls }) => storage.getTargetValidatorConstraints(constraintCls))[0];
      return first ? [{ field: `${dto.name}.${property}`, first: first.name }] : [];
    });
  });
}

describe('the fields of a DTO', () => {
  it('are checked for their type before their size, so that a wrong type is called one', () => {
    const checks = firstChecks();
    expect(checks.length).toBeGreaterThan(100);
    expect(checks.filter(({ first }) => OF_SIZE.has(first))).toEqual([]);
  });
});
