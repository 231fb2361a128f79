export { type AccountWindow, askedStretch, type Interval, type LocalDay, toWindowDto } from './account-window.js';
export { dayStart } from './day-start.js';
export { WindowModule } from './window.module.js';
export { WindowService } from './window.service.js';
