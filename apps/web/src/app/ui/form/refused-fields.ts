import type { FieldTree, ValidationError } from '@angular/forms/signals';

import type { ServerProblem } from '../../core/problem.js';

/** What a refusal says of fields that the form has, and the refusal if it says anything else. */
export interface RefusedFields {
  readonly errors: ValidationError.WithOptionalFieldTree[];
  readonly rest: ServerProblem | undefined;
}

/** Splits a refusal by the fields that its pointers name: `{ '/name': form.name }`. */
export function refusedFields(problem: ServerProblem, fields: Readonly<Record<string, FieldTree<unknown>>>): RefusedFields {
  const errors = problem.errors.flatMap(({ pointer, message }) => {
    const fieldTree = fields[pointer];
    return fieldTree === undefined ? [] : [{ kind: 'refused', message: sentence(message), fieldTree }];
  });
  const others = problem.errors.filter(({ pointer }) => fields[pointer] === undefined);
  const told = errors.length > 0 && others.length === 0;
  return { errors, rest: told ? undefined : { ...problem, errors: others } };
}

function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1).replaceAll('_', ' ');
}
