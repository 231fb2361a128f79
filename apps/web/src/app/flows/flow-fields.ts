import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';

import type { TreeType } from '@flowpilot/metrics';

import { Control } from '../ui/form/control.js';
import { Field } from '../ui/form/field.js';
import type { FlowDraft } from './flow-draft.js';

/** A category to choose; the id of one that is still to be made is not stored anywhere yet. */
export interface CategoryChoice {
  readonly id: string;
  readonly label: string;
}

const TYPES: readonly { value: TreeType; label: string }[] = [
  { value: 'troubleshooting', label: 'Troubleshooting' },
  { value: 'procedural', label: 'Procedural' },
  { value: 'maintenance', label: 'Maintenance' },
];

/** The controls of a flow's name, category, type, description and state. */
@Component({
  selector: 'fp-flow-fields',
  imports: [Control, Field, FormField],
  templateUrl: './flow-fields.html',
  styleUrl: './flow-fields.css',
})
export class FlowFields {
  readonly flow = input.required<FieldTree<FlowDraft>>();
  readonly categories = input.required<readonly CategoryChoice[]>();

  protected readonly types = TYPES;
}
