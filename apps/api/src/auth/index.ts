export { AccessTokens } from './access-tokens.js';
export * from './access.js';
export { AuthModule } from './auth.module.js';
export { AuthenticationService } from './authentication.service.js';
export { AccessGuard } from './guards/access.guard.js';
export { AccountGuard } from './guards/account.guard.js';
export { AuthenticationGuard } from './guards/authentication.guard.js';
export type * from './principal.js';
export { randomToken, tokenHash } from './secret-token.js';
