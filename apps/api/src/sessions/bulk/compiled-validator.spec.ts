import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import fc from 'fast-check';

import { SessionLineDto } from '@flowpilot/contracts';

import { RequestPipe } from '../../http/request.pipe.js';
import { CompiledValidator } from './compiled-validator.js';

const validator = new CompiledValidator(SessionLineDto);

const values = fc.oneof(
  fc.constantFrom(null, '', 'guided', 'resolved', 0, 1, 0.5, -1, 2, true, [], {}, 'x'.repeat(201), 'x'.repeat(4_001)),
  fc.constantFrom('2026-06-30T09:15:00Z', '2026-06-30T09:15:00+02:00', '2026-06-30', '2026-13-01T00:00:00Z'),
  fc.uuid(),
  fc.string(),
);
const fields = fc.constantFrom(
  ...['id', 'external_ref', 'summary', 'client', 'problem_domain', 'confidence_tier', 'psa_ticket_id'],
  ...['matched_flow_id', 'match_confidence', 'created_at', 'user_id', 'status', 'resolved_at', 'escalated_at'],
  ...['matched_at', 'has_note', 'steps'],
);

describe('CompiledValidator', () => {
  it('accepts just what the validator of the one-session route accepts', () => {
    fc.assert(
      fc.property(fc.dictionary(fields, values, { maxKeys: 4, noNullPrototype: true }), (line) => {
        const options = { whitelist: true, forbidNonWhitelisted: true };
        const faults = validateSync(Object.assign(new SessionLineDto(), line), options);
        expect(validator.accepts(line)).toBe(faults.length === 0);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    [{ status: 'open' }, 'status must be one of the following values: active, resolved, escalated, abandoned'],
    [{ created_at: 'now' }, 'created_at must be an instant with its zone, as 2026-06-30T09:15:00Z'],
    [{ summary: 5 }, 'summary must be a string'],
    [{ match_confidence: '0.5' }, 'match_confidence must be a number conforming to the specified constraints'],
    [{ steps: [] }, 'steps is not a known field'],
    [{ __proto__: 1, toString: 2 }, 'toString is not a known field'],
    [{ ['x'.repeat(60_000)]: 1 }, `${'x'.repeat(100)} is not a known field`],
  ])('says what is wrong with %j', (line, message) => {
    expect(validator.accepts(line)).toBe(false);
    expect(validator.faultOf(line)).toBe(message);
  });

  it('says of a field what the one-session route says', async () => {
    const pipe = new RequestPipe();
    await fc.assert(
      fc.asyncProperty(fields, values, async (field, value) => {
        const line = { [field]: value };
        fc.pre(!validator.accepts(line));
        const refusal = await pipe.transform(line, { type: 'body', metatype: SessionLineDto }).catch((error: unknown) => error);
        expect(refusal).toMatchObject({ code: 'validation_failed', errors: [{ message: validator.faultOf(line) }] });
      }),
      { numRuns: 500 },
    );
  });

  it('is not deceived by the name of a prototype', () => {
    const line: unknown = JSON.parse('{"__proto__": {"status": "open"}}');
    expect(validator.accepts(line as object)).toBe(false);
  });
});
