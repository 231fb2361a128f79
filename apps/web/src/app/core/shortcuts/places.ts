/** Where `g` and a letter go. */
export const PLACES = [
  { key: 'o', label: 'Overview', path: '/analytics/overview' },
  { key: 'c', label: 'Coverage', path: '/analytics/coverage' },
  { key: 'q', label: 'Flow quality', path: '/analytics/flow-quality' },
  { key: 'p', label: 'PSA', path: '/analytics/psa' },
  { key: 's', label: 'Sessions', path: '/sessions' },
  { key: 'f', label: 'Flows', path: '/flows' },
  { key: 't', label: 'Settings', path: '/settings' },
] as const;
