import type { CategoryDto } from '@flowpilot/contracts';

import type { CsvColumn } from '../http/csv.js';

export const CATEGORY_COLUMNS: readonly CsvColumn<CategoryDto>[] = [
  { header: 'id', value: (category) => category.id },
  { header: 'name', value: (category) => category.name },
  { header: 'created_at', value: (category) => category.created_at },
  { header: 'updated_at', value: (category) => category.updated_at },
];
