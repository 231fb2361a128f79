import { describe, expect, it } from '@jest/globals';

import { parseConditions } from './conditions.js';
import { Refusal } from './refusal.js';

const entry = {
  id: 7,
  chargeToId: 42,
  chargeToType: 'ServiceTicket',
  member: { id: 202 },
  notes: 'this and that',
  dateEntered: '2026-03-01T10:00:00Z',
  _info: { lastUpdated: '2026-03-02T10:00:00Z' },
  open: true,
};

describe('conditions', () => {
  it.each([
    ['', true],
    ['chargeToId=42', true],
    ['chargeToId = 43', false],
    ['chargeToId=42 and chargeToType="ServiceTicket"', true],
    ['chargeToId=42 and member/id=203', false],
    ['notes="this and that" and id!=8', true],
    ['notes contains "and"', true],
    ['dateEntered>[2026-03-01T09:59:59Z]', true],
    ['dateEntered>[2026-03-01T10:00:00Z]', false],
    ['lastUpdated>=[2026-03-02T10:00:00Z]', true],
    ['id in (1,7)', true],
    ['id in (1, 8)', false],
    ['open=true', true],
    ['missing>1', false],
  ])('%s is %s', (conditions, expected) => {
    expect(parseConditions(conditions)(entry)).toBe(expected);
  });

  it.each(["notes='x'", 'dateEntered>2026-03-01', 'id=1 or id=7', 'id', 'id in ()', 'dateEntered>[2026-03-01]'])(
    'refuses %s',
    (conditions) => {
      expect(() => parseConditions(conditions)).toThrow(Refusal);
    },
  );
});
