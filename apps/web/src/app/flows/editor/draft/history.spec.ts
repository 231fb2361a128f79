import fc from 'fast-check';

import { changed, type History, historyOf, redone, UNDO_LIMIT, undone } from './history.js';

type Move = { kind: 'change'; to: number; run: string | null } | { kind: 'undo' } | { kind: 'redo' };

const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('change' as const), to: fc.nat(9), run: fc.constantFrom(null, 'title', 'body') }),
    fc.constant({ kind: 'undo' as const }),
    fc.constant({ kind: 'redo' as const }),
  ),
  { maxLength: 300 },
);

const play = (history: History<number>, played: readonly Move[]) =>
  played.reduce((current, move) => {
    if (move.kind === 'change') return changed(current, move.to, move.run);
    return move.kind === 'undo' ? undone(current) : redone(current);
  }, history);

describe('the history of changes', () => {
  it('undoes and redoes to the same state, whatever went before', () => {
    fc.assert(
      fc.property(moves, (played) => {
        const history = play(historyOf(0), played);
        const present = (changedTo: History<number>) => ({ past: changedTo.past, now: changedTo.present, future: changedTo.future });
        if (history.past.length > 0) expect(present(redone(undone(history)))).toEqual(present(history));
        if (history.future.length > 0) expect(present(undone(redone(history)))).toEqual(present(history));
      }),
    );
  });

  it('undoes every change there is, back to the beginning', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: UNDO_LIMIT }), (states) => {
        let history = states.reduce((current, state) => changed(current, state), historyOf(-1));
        while (history.past.length > 0) history = undone(history);
        expect(history.present).toBe(-1);
      }),
    );
  });

  it('forgets what lies further back than the limit', () => {
    const history = Array.from({ length: 250 }).reduce<History<number>>((current, _, state) => changed(current, state + 1), historyOf(0));
    expect(history.past).toHaveLength(UNDO_LIMIT);
  });

  it('undoes a run of typing at once, and another field apart', () => {
    let history = ['V', 'VP', 'VPN'].reduce((current, text) => changed(current, text, 'title'), historyOf(''));
    history = changed(history, 'VPN!', 'body');
    expect(undone(history).present).toBe('VPN');
    expect(undone(undone(history)).present).toBe('');
  });

  it('begins a new run after an undo', () => {
    let history = changed(changed(historyOf(''), 'V', 'title'), 'VP', 'title');
    history = undone(history);
    expect(undone(changed(history, 'X', 'title')).present).toBe('');
  });

  it('drops what was undone when something new is done, and ignores what changes nothing', () => {
    const history = undone(changed(historyOf(0), 1));
    expect(changed(history, 2).future).toEqual([]);
    expect(changed(history, 0)).toBe(history);
  });

  it('answers the history itself when there is nothing to undo or redo', () => {
    const history = historyOf(0);
    expect(undone(history)).toBe(history);
    expect(redone(history)).toBe(history);
  });
});
