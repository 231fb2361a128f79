import { Injectable, type PipeTransform } from '@nestjs/common';

import { Problem } from '../http/problem.js';

const VERSION = /^[1-9]\d{0,8}$/;

/** The number of a version in a path. What cannot be one names nothing: 404, as for one that does not exist. */
@Injectable()
export class VersionPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!VERSION.test(value)) throw Problem.notFound('version');
    return Number(value);
  }
}
