import { attentionWords } from './attention-words.js';

const flow = { resolved: 10, closed: 22, evidence: 'sufficient', days_since_last_match: 41 } as const;

describe('attentionWords', () => {
  it('names the resolved of the closed for a flow that fails', () => {
    expect(attentionWords('low_success', flow)).toEqual({ text: '10 of 22 resolved', doubtful: false });
  });

  it('doubts on insufficient evidence', () => {
    expect(attentionWords('low_success', { ...flow, resolved: 2, closed: 5, evidence: 'insufficient' })).toEqual({
      text: '2 of 5, too few to be sure',
      doubtful: true,
    });
  });

  it('counts the days without a match', () => {
    expect(attentionWords('unused', flow).text).toBe('Unused 41 days');
  });

  it('says when a flow was never matched', () => {
    expect(attentionWords('unused', { ...flow, days_since_last_match: null }).text).toBe('Never matched');
  });
});
