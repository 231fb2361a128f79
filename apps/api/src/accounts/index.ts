export { AccountService } from './account.service.js';
export { AccountsModule } from './accounts.module.js';
export { SetupService } from './setup.service.js';
export { UserService } from './user.service.js';
