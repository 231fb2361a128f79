import { Injectable, type PipeTransform } from '@nestjs/common';

import { Problem } from './problem.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isId(text: string): boolean {
  return UUID.test(text);
}

/** An id in a path. What cannot be an id names nothing: 404, as for an id that does not exist. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isId(value)) throw Problem.notFound('resource');
    return value.toLowerCase();
  }
}
