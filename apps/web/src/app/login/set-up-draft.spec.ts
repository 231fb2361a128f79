import { emptySetUp, setUpBody, timeZones } from './set-up-draft.js';

describe('the set-up form', () => {
  it('starts in the zone of whoever sets up', () => {
    expect(emptySetUp().timeZone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });

  it('offers every zone once, UTC among them', () => {
    const zones = timeZones();
    expect(zones).toEqual(expect.arrayContaining(['UTC', 'Europe/London', emptySetUp().timeZone]));
    expect(new Set(zones).size).toBe(zones.length);
  });

  it('sends names without the white space around them, and the password as it is', () => {
    const draft = { token: ' t ', accountName: ' Northgate IT ', timeZone: 'UTC', name: ' Amelia ', email: ' a@b.test ', password: ' p ' };
    expect(setUpBody(draft)).toEqual({
      token: 't',
      account: { name: 'Northgate IT', time_zone: 'UTC' },
      admin: { name: 'Amelia', email: 'a@b.test', password: ' p ' },
    });
  });
});
