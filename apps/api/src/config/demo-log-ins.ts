/** Known to everyone: the demo never starts on an address that others can reach, unless it is told to. */
export const DEMO_PASSWORD = 'flowpilot-demo';

/** One for each role, and one of a second account. The one to begin with comes first. */
export const DEMO_EMAILS = ['admin@demo.test', 'engineer@demo.test', 'operator@demo.test', 'admin@other.test'] as const;
