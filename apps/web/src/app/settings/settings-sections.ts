import type { IconName } from '../ui/icons.js';

/** A place of the settings: its path below `/settings` and how the navigation calls it. */
export interface SettingsSection {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
}

/** In the order of the navigation. */
export const SETTINGS_SECTIONS: readonly SettingsSection[] = [
  { path: 'account', label: 'Account', icon: 'settings' },
  { path: 'people', label: 'People', icon: 'person' },
  { path: 'api-keys', label: 'API keys', icon: 'key' },
  { path: 'psa', label: 'PSA connection', icon: 'plug' },
  { path: 'import', label: 'Import', icon: 'upload' },
  { path: 'jobs', label: 'Jobs', icon: 'table' },
];
