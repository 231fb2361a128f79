const optional = new Set<unknown>();

/** A body that may be left out altogether: none is the same as `{}`. Every other DTO's must be sent. */
export function OptionalBody(): ClassDecorator {
  return (dto) => {
    optional.add(dto);
  };
}

export function isOptionalBody(dto: unknown): boolean {
  return optional.has(dto);
}

/** Names of the DTOs. */
export function optionalBodies(): string[] {
  return [...optional].flatMap((dto) => (typeof dto === 'function' ? dto.name : []));
}
