import { IsNotEmpty, IsString } from 'class-validator';

import { IsDomainName } from './domain-name.js';
import type { Page } from './page.dto.js';

/** A named group of flows. Its name is the problem domain that they cover. */
export class CategoryDto {
  id!: string;
  name!: string;
  created_at!: string;
  updated_at!: string;
}

/** A new category, or a category's new name. Names that differ in case or white space alone are the same. */
export class CategoryInputDto {
  /** 1 to 200 characters. */
  @IsNotEmpty()
  @IsDomainName()
  @IsString()
  name!: string;
}

export class CategoryPageDto implements Page<CategoryDto> {
  items!: CategoryDto[];
  next_cursor!: string | null;
}
