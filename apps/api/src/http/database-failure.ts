import { TypeORMError } from 'typeorm';

import { codeOf, messageOf } from '../config/failure.js';

const NETWORK_CODES = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH'];

/** Connection lost or refused, out of resources, shut down by an operator, cancelled for running too long. */
const SQL_STATES = /^(08|28|3D|53|57)|^25P04$/;

const DRIVER_MESSAGES = /timeout exceeded when trying to connect|Connection terminated|pool after calling end/;

/** Whether the database could not be reached or could not serve, as opposed to refusing a statement. */
export function isDatabaseDown(error: unknown): boolean {
  const cause: unknown = error instanceof TypeORMError ? Reflect.get(error, 'driverError') : undefined;
  if (cause !== undefined && cause !== error && isDatabaseDown(cause)) return true;
  const code = codeOf(error);
  if (typeof code === 'string' && (NETWORK_CODES.includes(code) || SQL_STATES.test(code))) return true;
  return DRIVER_MESSAGES.test(messageOf(error));
}
