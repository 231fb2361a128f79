import { disabled, maxLength, type SchemaPathTree, validate } from '@angular/forms/signals';

import type { FlowDraft } from './flow-draft.js';

const LONGEST_NAME = 200;
const LONGEST_DESCRIPTION = 10_000;

/** What a draft must hold before it is sent; whoever may not write gets every control disabled. */
export function flowRules(path: SchemaPathTree<FlowDraft>, mayWrite: () => boolean): void {
  validate(path.name, ({ value }) =>
    value().trim() === '' ? { kind: 'required', message: 'Enter a name' } : undefined,
  );
  maxLength(path.name, LONGEST_NAME, { message: `At most ${LONGEST_NAME.toString()} characters` });
  maxLength(path.description, LONGEST_DESCRIPTION, { message: 'At most 10,000 characters' });
  disabled(path, { when: () => !mayWrite() });
}
