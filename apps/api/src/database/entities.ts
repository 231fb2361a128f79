import type { Type } from '@nestjs/common';

/** Every entity of the product: a new one is added here and in a migration. */
export const entities: readonly Type[] = [];
