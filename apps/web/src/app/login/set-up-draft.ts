/** What the set-up form holds while it is filled in. */
export interface SetUpDraft {
  token: string;
  accountName: string;
  timeZone: string;
  name: string;
  email: string;
  password: string;
}

/** The zone of whoever sets up is the likeliest one. */
export function emptySetUp(): SetUpDraft {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { token: '', accountName: '', timeZone, name: '', email: '', password: '' };
}

/** The body of `POST /setup`. */
export function setUpBody({ token, accountName, timeZone, name, email, password }: SetUpDraft) {
  return {
    token: token.trim(),
    account: { name: accountName.trim(), time_zone: timeZone },
    admin: { name: name.trim(), email: email.trim(), password },
  };
}

/** IANA names in order; UTC and the browser's own are always among them. */
export function timeZones(): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [...new Set([...known, 'UTC', emptySetUp().timeZone])].sort((a, b) => a.localeCompare(b));
}
