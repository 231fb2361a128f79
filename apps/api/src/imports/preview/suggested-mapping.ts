import type { ImportColumnDto, ImportMappingDto } from '@flowpilot/contracts';
import type { ImportFormat } from '@flowpilot/metrics';

import { SERVICENOW_MAPPING } from '../mapping/servicenow.mapping.js';
import { suggestedColumns } from './column-targets.js';
import { suggestedDateFormat } from './suggested-date-format.js';
import { suggestedStatuses, suggestedTiers } from './suggested-words.js';

const NO_VALUE = ['?', '-', 'n/a', 'N/A', 'null', 'NULL', 'none', 'None'];

/** A heading that holds all columns of a built-in mapping is of its format. */
export function suggestedFormat(heading: readonly string[]): ImportFormat {
  const columns = Object.values(SERVICENOW_MAPPING.columns).flat();
  return columns.every((column) => heading.includes(column)) ? 'servicenow' : 'csv';
}

/** What a person would most likely write down for these columns. It may lack what is required. */
export function suggestedMapping(columns: readonly ImportColumnDto[], delimiter: string): ImportMappingDto {
  const targets = suggestedColumns(columns.map(({ name }) => name));
  const samples = (target: string) => samplesOf(columns, targets[target]);
  const values = {
    status: suggestedStatuses(samples('status')),
    confidence_tier: suggestedTiers(samples('confidence_tier')),
  };
  const missing = NO_VALUE.filter((word) => Object.keys(targets).some((target) => samples(target).includes(word)));
  const dateFormat = suggestedDateFormat(samples('created_at').filter((time) => !missing.includes(time)));
  return {
    columns: targets,
    values,
    ...(missing.length > 0 && { missing }),
    ...(dateFormat !== null && { date_format: dateFormat }),
    delimiter,
  };
}

function samplesOf(columns: readonly ImportColumnDto[], names: string | string[] | undefined): string[] {
  const wanted = new Set([names].flat());
  return columns.flatMap(({ name, samples }) => (wanted.has(name) ? samples : []));
}
