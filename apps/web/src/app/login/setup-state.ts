/** What `GET /setup` tells whoever has not logged in yet. */
export interface SetupState {
  /** There is no user yet: the first one is made here. */
  readonly open: boolean;
  /** The log-ins of the demo, when its data is loaded and may be shown. */
  readonly demo?: DemoAccess | null;
}

export interface DemoAccess {
  readonly password: string;
  readonly people: readonly DemoPerson[];
}

export interface DemoPerson {
  readonly role: string;
  readonly email: string;
}
