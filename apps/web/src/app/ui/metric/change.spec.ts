import { changeOf } from './change.js';

describe('changeOf', () => {
  it('leaves counts neutral', () => {
    expect(changeOf('count', { previous: 1147, change: 0.119 })).toEqual({
      direction: 'up',
      size: '11.9%',
      tone: 'neutral',
      from: '1,147',
    });
  });

  it('gives rates in points and judges their direction', () => {
    expect(changeOf('rate-up', { previous: 0.665, change: 0.024 })).toMatchObject({ size: '2.4 pts', tone: 'better', from: '66.5%' });
    expect(changeOf('rate-down', { previous: 0.151, change: -0.011 })).toMatchObject({ direction: 'down', size: '1.1 pts', tone: 'better' });
    expect(changeOf('rate-down', { previous: 0.1, change: 0.05 })).toMatchObject({ tone: 'worse' });
  });

  it('calls longer resolutions worse', () => {
    expect(changeOf('minutes', { previous: 23, change: 0.087 })).toMatchObject({ size: '8.7%', tone: 'worse', from: '23 min' });
  });

  it('says no direction when nothing changed', () => {
    expect(changeOf('rate-up', { previous: 0.5, change: 0 })).toMatchObject({ direction: 'same', tone: 'neutral' });
  });

  it('is absent where there is nothing to compare with', () => {
    expect(changeOf('count', { previous: 0, change: null })).toBeUndefined();
    expect(changeOf('minutes', { previous: null, change: null })).toBeUndefined();
  });
});
