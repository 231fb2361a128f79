import type { PsaPushDto } from '@flowpilot/contracts';

import { push } from './push-fixture';
import { isMoving, isOpen, pushProgress, pushTitle } from './push-words';

describe('a push in words', () => {
  it.each<[Partial<PsaPushDto>, string]>([
    [{}, '0.75 h'],
    [{ kind: 'note', text: ' Tunnel drops\nmore' }, 'Tunnel drops'],
    [{ kind: 'status', status: 'Closed' }, '“Closed”'],
  ])('%j is called %s', (given, title) => expect(pushTitle(push(given))).toBe(title));

  it.each<[Partial<PsaPushDto>, string]>([
    [{}, 'On its way to the PSA'],
    [{ held_back_by: 'other' }, 'Waits for an earlier push of the same session'],
    [
      { attempts: 2, last_error: 'The record is in use.', next_attempt_at: '2026-11-24T10:41:00Z' },
      'The record is in use. It is tried again at 11:41',
    ],
    [
      { state: 'unknown', next_attempt_at: '2026-11-24T10:41:00Z' },
      'No clear answer came. The PSA is asked what it has at 11:41',
    ],
    [{ state: 'failed', last_error: 'Ticket 4711 does not exist.' }, 'Ticket 4711 does not exist.'],
    [{ state: 'sent', psa_entry_id: '1001' }, 'Entry 1001 of the PSA'],
    [{ state: 'sent', kind: 'status' }, 'Done in the PSA'],
    [{ state: 'dismissed', dismiss_reason: 'Logged by hand' }, 'Given up: Logged by hand'],
  ])('%j stands so: %s', (given, sentence) => expect(pushProgress(push(given), 'Europe/Berlin')).toBe(sentence));

  it('moves by itself, or waits for a person, or is over', () => {
    const states = (['pending', 'unknown', 'failed', 'sent', 'dismissed'] as const).map((state) => push({ state }));
    expect(states.map(isMoving)).toEqual([true, true, false, false, false]);
    expect(states.map(isOpen)).toEqual([true, true, true, false, false]);
  });
});
