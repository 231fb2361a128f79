import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';

import type { LogLevel } from '../config/settings.js';

/** What the framework says about its own start is for those who look into it. */
const FRAMEWORK = ['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication'];

/** Structured lines on the standard output, behind the logger of the framework. */
export class PinoLogger implements LoggerService {
  private readonly pino: Logger;

  /** To the standard output unless told. */
  constructor(level: LogLevel, destination: DestinationStream = pino.destination(1)) {
    this.pino = pino({ level, base: undefined, serializers: { err: loggedError } }, destination);
  }

  log(message: unknown, ...rest: unknown[]): void {
    const context = contextOf(rest);
    if (FRAMEWORK.includes(context ?? '')) this.pino.debug(fields(message, context));
    else this.pino.info(fields(message, context));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.pino.fatal(fields(message, contextOf(rest)));
  }

  error(message: unknown, ...rest: unknown[]): void {
    const stack = rest.length > 1 && typeof rest[0] === 'string' ? { stack: rest[0] } : {};
    this.pino.error({ ...fields(message, contextOf(rest)), ...stack });
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.pino.warn(fields(message, contextOf(rest)));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.pino.debug(fields(message, contextOf(rest)));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.pino.trace(fields(message, contextOf(rest)));
  }
}

function contextOf(rest: readonly unknown[]): string | undefined {
  const last = rest.at(-1);
  return typeof last === 'string' ? last : undefined;
}

function fields(message: unknown, context: string | undefined): object {
  if (message instanceof Error) return { context, err: message };
  if (typeof message === 'object' && message !== null) return { context, ...message };
  return { context, msg: String(message) };
}

/** The other properties of a database's error hold the statement's parameters: they may be secrets. */
function loggedError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const code: unknown = Reflect.get(error, 'code');
  const cause = error.cause === undefined ? {} : { cause: loggedError(error.cause) };
  return { type: error.name, message: error.message, code, stack: error.stack, ...cause };
}
