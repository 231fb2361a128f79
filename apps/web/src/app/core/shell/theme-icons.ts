import type { IconName } from '../../ui/icons.js';
import type { ThemeChoice } from '../theme.js';

export const THEME_ICONS: Record<ThemeChoice, IconName> = { system: 'display', light: 'sun', dark: 'moon' };
