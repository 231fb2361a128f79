import { Readable } from 'node:stream';

import {
  type ArgumentMetadata,
  Injectable,
  type PipeTransform,
  type ValidationError,
  ValidationPipe,
} from '@nestjs/common';

import { isOptionalBody, type ProblemErrorDto } from '@flowpilot/contracts';

import { refuseExcessiveJson } from './json-bounds.js';
import { Problem } from './problem.js';
import { refuseUnstorableText } from './storable-text.js';

/** Checks every body, query and path parameter against its DTO; unknown fields are refused. */
@Injectable()
export class RequestPipe implements PipeTransform {
  private readonly body = validation('/');
  private readonly parameters = validation('');

  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'custom') return value;
    if (value instanceof Readable) return streamed(value, metadata);
    const name = metadata.data ?? '';
    if (metadata.type === 'body') {
      refuseOtherThanObject(value, metadata);
      refuseExcessiveJson(value);
      refuseUnstorableText(value, name && `/${name}`, '/');
      return this.body.transform(value, metadata);
    }
    refuseUnstorableText(value, name, '');
    return this.parameters.transform(value, metadata);
  }
}

/** A body that only some routes read as it arrives; to all others its media type is foreign. */
function streamed(body: Readable, { metatype }: ArgumentMetadata): Readable {
  if (metatype === undefined || metatype === Object || metatype === Readable) return body;
  throw new Problem('unsupported_media_type', 'The body must be application/json.');
}

/** Nest takes nothing, and null, for an object whose every field is left out: a wrong request would be obeyed. */
function refuseOtherThanObject(body: unknown, { data, metatype }: ArgumentMetadata): void {
  if (data !== undefined || metatype === undefined || metatype === Object) return;
  if (body === undefined && isOptionalBody(metatype)) return;
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return;
  throw Problem.invalid('', 'The body must be a JSON object.');
}

function validation(prefix: '/' | ''): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => Problem.invalidAll(errors.flatMap((error) => faults(error, prefix))),
  });
}

function faults(error: ValidationError, prefix: string): ProblemErrorDto[] {
  const pointer = `${prefix}${escapePointer(error.property)}`;
  const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) => ({
    pointer,
    message: constraint === 'whitelistValidation' ? `${error.property} is not a known field` : message,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => faults(child, `${pointer}/`))];
}

/** A step of a JSON pointer (RFC 6901). */
function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
