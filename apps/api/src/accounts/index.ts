export { AccountsModule } from './accounts.module.js';
export { SetupService } from './setup.service.js';
