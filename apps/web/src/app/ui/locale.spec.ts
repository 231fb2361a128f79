import { languageTag } from './locale.js';

describe('languageTag', () => {
  it('is the browser’s language', () => {
    expect(languageTag('en-GB')).toBe('en-GB');
  });

  it('is left to the runtime when the browser names none that Intl knows', () => {
    expect(languageTag('en-US@posix')).toBeUndefined();
    expect(languageTag('')).toBeUndefined();
  });
});
