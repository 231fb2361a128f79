import { bootstrapApplication } from '@angular/platform-browser';

import { App } from './app/app.js';
import { APP_CONFIG } from './app/app.config.js';
import { fetchFirstPage } from './app/first-page.js';

fetchFirstPage();

// What goes wrong later reaches the error handler; a failed start only the console.
bootstrapApplication(App, APP_CONFIG).catch((error: unknown) => reportError(error));
