/** The `code` that the system or a driver gave a failure, whatever class it is of. */
export function codeOf(failure: unknown): unknown {
  return typeof failure === 'object' && failure !== null ? Reflect.get(failure, 'code') : undefined;
}

/** What a failure says of itself. */
export function messageOf(failure: unknown): string {
  const message: unknown = typeof failure === 'object' && failure !== null ? Reflect.get(failure, 'message') : failure;
  return String(message);
}

/** The same, of several failures at once too: a host with two addresses fails with two. */
export function reasonOf(failure: unknown): string {
  return failure instanceof AggregateError ? failure.errors.map(reasonOf).join('; ') : messageOf(failure);
}
