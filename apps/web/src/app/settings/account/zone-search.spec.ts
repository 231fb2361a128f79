import { matchingZones, zoneNow } from './zone-search.js';

const ZONES = ['America/New_York', 'America/Port_of_Spain', 'Europe/Berlin', 'Europe/London', 'Portugal', 'US/Eastern', 'UTC'];

describe('matchingZones', () => {
  it.each<[string, string[]]>([
    ['york', ['America/New_York']],
    ['New York', ['America/New_York']],
    ['europe/b', ['Europe/Berlin']],
    ['  LONDON ', ['Europe/London']],
    ['nowhere', []],
  ])('%s', (typed, zones) => {
    expect(matchingZones(typed, ZONES)).toEqual(zones);
  });

  it('puts those first in which a part of the name begins so', () => {
    expect(matchingZones('ea', ['Asia/Seoul', 'US/Eastern', 'America/Beaufort'])).toEqual(['US/Eastern', 'America/Beaufort']);
  });

  it('offers the neighbours of a zone that is chosen, and everything for nothing', () => {
    expect(matchingZones('Europe/London', ZONES)).toEqual(['Europe/London', 'Europe/Berlin']);
    expect(matchingZones('', ZONES)).toEqual(ZONES);
  });
});

describe('zoneNow', () => {
  it('tells the offset and the time', () => {
    expect(zoneNow('Asia/Kolkata', new Date('2026-11-24T10:00:00Z'), 'en-GB')).toBe('GMT+5:30 · 15:30');
  });

  it('is empty for what this browser does not know', () => {
    expect(zoneNow('Mars/Phobos', new Date())).toBe('');
  });
});
