import { convertToParamMap } from '@angular/router';

import { pushQuery, readPushFilter, stateChips } from './push-filter';

const read = (params: Record<string, string | string[]>) => readPushFilter(convertToParamMap(params));

describe('the filter of the pushes', () => {
  it.each([
    [{}, ''],
    [{ status: 'failed' }, 'status=failed'],
    [{ status: ['sent', 'failed', 'lost'], period: '7d' }, 'period=7d&status=sent&status=failed'],
    [{ kind: 'note', session_id: 'a' }, 'kind=note&session_id=a'],
    [{ kind: 'poem' }, ''],
    [{ from: '2026-10-01', to: '2026-10-31' }, 'from=2026-10-01&to=2026-10-31'],
  ])('%j is asked for as %s', (params, query) => expect(pushQuery(read(params))).toBe(query));

  it('turns states on and off, the ones to mend first', () => {
    expect(stateChips(['failed']).map(({ state, chosen, then }) => [state, chosen, then])).toEqual([
      ['failed', true, null],
      ['unknown', false, ['failed', 'unknown']],
      ['pending', false, ['failed', 'pending']],
      ['sent', false, ['failed', 'sent']],
      ['dismissed', false, ['failed', 'dismissed']],
    ]);
  });
});
