import type { Type } from '@nestjs/common';
import { getMetadataStorage, validateSync, type ValidationArguments, ValidationTypes } from 'class-validator';

/** Characters of an unknown field's name: a thousand messages are kept, and a name can be as long as a line. */
const MAX_NAME_SHOWN = 100;

type Check = (value: unknown, object: object) => boolean;

/** What a DTO class allows of one property: nothing is checked where it need not stand. */
interface PropertyRule {
  property: string;
  isChecked: Check;
  checks: readonly Check[];
}

/**
 * Tells whether objects satisfy a DTO class, by the very rules of its decorators, but looked up once and for all:
 * about thirty times as fast as `validateSync`. For flat classes of synchronous rules.
 */
export class CompiledValidator<Dto extends object> {
  private readonly rules: readonly PropertyRule[];
  private readonly properties: ReadonlySet<string>;

  constructor(private readonly dto: Type<Dto>) {
    this.rules = compile(dto);
    this.properties = new Set(this.rules.map((rule) => rule.property));
  }

  accepts(value: object): value is Dto {
    for (const property in value) if (!this.properties.has(property)) return false;
    return this.rules.every(({ property, isChecked, checks }) => {
      const given: unknown = Reflect.get(value, property);
      return !isChecked(given, value) || checks.every((check) => check(given, value));
    });
  }

  /** Why the object is not accepted: the first message. */
  faultOf(value: object): string {
    for (const property of Object.keys(value)) {
      if (!this.properties.has(property)) return `${property.slice(0, MAX_NAME_SHOWN)} is not a known field`;
    }
    const [error] = validateSync(Object.assign(new this.dto(), value), { stopAtFirstError: true });
    return Object.values(error?.constraints ?? {})[0] ?? 'the line is not valid';
  }
}

function compile(dto: Type): PropertyRule[] {
  const storage = getMetadataStorage();
  const metadata = storage.getTargetValidationMetadatas(dto, '', false, false);
  return Object.entries(storage.groupByPropertyName(metadata)).map(([property, rules]) => {
    const conditions: Check[] = [];
    const checks: Check[] = [];
    for (const rule of rules) {
      const constraints: unknown[] = rule.constraints;
      if (rule.type === ValidationTypes.CONDITIONAL_VALIDATION) {
        const [condition] = constraints as [(object: object, value: unknown) => boolean];
        conditions.push((value, object) => condition(object, value));
        continue;
      }
      for (const { instance } of storage.getTargetValidatorConstraints(rule.constraintCls)) {
        const frame: Omit<ValidationArguments, 'value' | 'object'> = { property, constraints, targetName: dto.name };
        checks.push((value, object) => instance.validate(value, { ...frame, value, object }) === true);
      }
    }
    return { property, checks, isChecked: (value, object) => conditions.every((holds) => holds(value, object)) };
  });
}
