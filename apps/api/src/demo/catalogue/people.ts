import type { Role } from '@flowpilot/metrics';

export interface DemoPerson {
  email: string;
  name: string;
  role: Role;
}

/** The demo accounts and who works there. The log-ins of api.md come first. */
export interface DemoProfile {
  /** Tells the accounts apart where chance is drawn. */
  key: string;
  name: string;
  timeZone: string;
  people: readonly DemoPerson[];
  clients: readonly string[];
  /** Sessions on a usual working day. */
  sessionsADay: number;
  /** The domains it deals with; null for all. */
  domains: readonly string[] | null;
}

export const OPERATOR: DemoPerson = { email: 'operator@demo.test', name: 'Operator', role: 'super_admin' };

export const PROFILES: readonly [DemoProfile, DemoProfile] = [
  {
    key: 'meridian',
    name: 'Meridian IT Services',
    timeZone: 'Europe/London',
    people: [
      { email: 'admin@demo.test', name: 'Alex Morgan', role: 'team_admin' },
      { email: 'engineer@demo.test', name: 'Priya Nair', role: 'engineer' },
      { email: 'leah.okafor@demo.test', name: 'Leah Okafor', role: 'engineer' },
      { email: 'tom.baker@demo.test', name: 'Tom Baker', role: 'engineer' },
      { email: 'ana.sousa@demo.test', name: 'Ana Sousa', role: 'engineer' },
      { email: 'jonas.weber@demo.test', name: 'Jonas Weber', role: 'engineer' },
      { email: 'sam.whitfield@demo.test', name: 'Sam Whitfield', role: 'engineer' },
    ],
    clients: [
      'Harbour Dental',
      'Ashworth Legal',
      'Calder Engineering',
      'Kestrel Logistics',
      'Brightside Homes',
      'Vale Estates',
      'Orchard Foods',
      'Mill Lane Surgery',
      'Northfield School',
      'Tideway Architects',
    ],
    sessionsADay: 60,
    domains: null,
  },
  {
    key: 'prairie',
    name: 'Prairie Managed IT',
    timeZone: 'America/Chicago',
    people: [
      { email: 'admin@other.test', name: 'Dana Cole', role: 'team_admin' },
      { email: 'lee.park@other.test', name: 'Lee Park', role: 'engineer' },
      { email: 'maria.lopez@other.test', name: 'Maria Lopez', role: 'engineer' },
    ],
    clients: ['Lakeview Clinic', 'Prairie Grain', 'Oakridge Schools', 'Summit Roofing'],
    sessionsADay: 7,
    domains: ['Email & Outlook', 'VPN', 'Printing', 'Entra ID', 'Telephony'],
  },
];
