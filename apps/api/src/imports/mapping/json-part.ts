/** A mapping that is not one: the message begins with the JSON pointer. */
export class MappingError extends Error {
  constructor(
    readonly pointer: string,
    readonly complaint: string,
  ) {
    super(`${pointer === '' ? 'the document' : pointer} ${complaint}`);
  }
}

/** One part of a JSON document and where it stands, so that a complaint can point at it. */
export class JsonPart {
  constructor(
    private readonly value: unknown,
    private readonly pointer: string,
  ) {}

  /** The part under a key of this object; it may be absent. */
  part(key: string): JsonPart {
    const here = isObject(this.value) && Object.hasOwn(this.value, key) ? this.value[key] : undefined;
    return new JsonPart(here, `${this.pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  }

  optional<T>(read: (part: JsonPart) => T): T | undefined {
    return this.value === undefined ? undefined : read(this);
  }

  object(keys?: readonly string[]): Record<string, unknown> {
    if (!isObject(this.value)) return this.fail('must be an object');
    const unknown = Object.keys(this.value).find((key) => keys !== undefined && !keys.includes(key));
    if (unknown !== undefined) return this.part(unknown).fail(`is not known; known are ${keys?.join(', ') ?? ''}`);
    return this.value;
  }

  text(): string {
    return typeof this.value === 'string' && this.value !== '' ? this.value : this.fail('must be a text');
  }

  texts(): string[] {
    if (!Array.isArray(this.value)) return this.fail('must be a list of texts');
    return this.value.map((_, index) => new JsonPart(this.item(index), `${this.pointer}/${index}`).anyText());
  }

  textOrTexts(): string[] {
    if (typeof this.value === 'string') return [this.text()];
    const texts = this.texts();
    return texts.length > 0 && !texts.includes('') ? texts : this.fail('must name a column, or a list of columns');
  }

  oneOf(words: readonly string[]): string {
    const word = words.find((known) => known === this.value);
    return word ?? this.fail(`must be one of ${words.map((known) => JSON.stringify(known)).join(', ')}`);
  }

  wholeNumber(least: number, most: number): number {
    const { value } = this;
    const fits = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
    return fits ? value : this.fail(`must be a whole number from ${least} to ${most}`);
  }

  /** @throws MappingError */
  fail(complaint: string): never {
    throw new MappingError(this.pointer, complaint);
  }

  private anyText(): string {
    return typeof this.value === 'string' ? this.value : this.fail('must be a text');
  }

  private item(index: number): unknown {
    return Array.isArray(this.value) ? (this.value as unknown[])[index] : undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
