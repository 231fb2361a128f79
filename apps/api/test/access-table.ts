import type { Scope } from '@flowpilot/metrics';

/** Who may pass the guards of a route. Every route of the product stands in the table below. */
export interface Who {
  anonymous: boolean;
  engineer: boolean;
  /** team_admin, and super_admin within the account. */
  admin: boolean;
  /** A super_admin without an account. */
  operator: boolean;
  /** What an API key must hold; null refuses every key. */
  scope: Scope | 'any' | null;
  /** Whether the route is about an account, so that whoever has none is told so. */
  account: boolean;
}

const nobody: Who = { anonymous: false, engineer: false, admin: false, operator: false, scope: null, account: false };
const everyone: Who = { ...nobody, anonymous: true, engineer: true, admin: true, operator: true, scope: 'any' };
const loggedIn: Who = { ...everyone, anonymous: false };
const people: Who = { ...loggedIn, scope: null };
const superAdmins: Who = { ...nobody, operator: true };
const admins: Who = { ...nobody, admin: true, account: true };
const engineers: Who = { ...admins, engineer: true };
const or = (who: Who, scope: Scope): Who => ({ ...who, scope });

export const ACCESS_TABLE: Readonly<Record<string, Who>> = {
  'GET /health/live': everyone,
  'GET /health/ready': everyone,
  'GET /setup': everyone,
  'POST /setup': everyone,
  'POST /auth/login': everyone,
  'POST /auth/refresh': everyone,
  'POST /auth/logout': everyone,
  'POST /auth/invitation': everyone,
  'POST /auth/accept-invitation': everyone,
  'GET /me': loggedIn,
  'POST /me/password': people,
  'GET /account': admins,
  'PATCH /account': admins,
  'GET /account/time-zones': admins,
  'GET /accounts': superAdmins,
  'GET /accounts.csv': superAdmins,
  'POST /accounts': superAdmins,
  'GET /users': admins,
  'GET /users.csv': admins,
  'POST /users': admins,
  'PATCH /users/:id': admins,
  'POST /users/:id/invitation': admins,
  'DELETE /users/:id': admins,
  'GET /api-keys': admins,
  'GET /api-keys.csv': admins,
  'POST /api-keys': admins,
  'DELETE /api-keys/:id': admins,
  'GET /categories': or(engineers, 'flows:read'),
  'GET /categories.csv': or(engineers, 'flows:read'),
  'POST /categories': or(admins, 'flows:write'),
  'PATCH /categories/:id': or(admins, 'flows:write'),
  'DELETE /categories/:id': or(admins, 'flows:write'),
  'GET /flows': or(engineers, 'flows:read'),
  'GET /flows.csv': or(engineers, 'flows:read'),
  'GET /flows/:id': or(engineers, 'flows:read'),
  'POST /flows': or(admins, 'flows:write'),
  'PATCH /flows/:id': or(admins, 'flows:write'),
  'DELETE /flows/:id': or(admins, 'flows:write'),
  'GET /flows/:id/versions': or(engineers, 'flows:read'),
  'GET /flows/:id/versions.csv': or(engineers, 'flows:read'),
  'GET /flows/:id/versions/:version': or(engineers, 'flows:read'),
  'POST /flows/:id/versions/:version/restore': or(admins, 'flows:write'),
  'GET /sessions': or(engineers, 'sessions:read'),
  'GET /sessions.csv': or(engineers, 'sessions:read'),
  'GET /sessions/count': or(engineers, 'sessions:read'),
  'POST /sessions': or(engineers, 'sessions:write'),
  'POST /sessions/bulk': or(admins, 'sessions:write'),
  'GET /sessions/:id': engineers,
  'GET /sessions/:id/timeline': engineers,
  'PATCH /sessions/:id': engineers,
  'DELETE /sessions/:id': admins,
  'POST /sessions/:id/match': or(engineers, 'sessions:write'),
  'POST /sessions/:id/resolve': or(engineers, 'sessions:write'),
  'POST /sessions/:id/escalate': or(engineers, 'sessions:write'),
  'POST /sessions/:id/abandon': or(engineers, 'sessions:write'),
  'POST /sessions/:id/reopen': or(engineers, 'sessions:write'),
  'GET /psa/activities': admins,
  'GET /psa/activities.csv': admins,
  'GET /psa/activities/sum': admins,
  'POST /psa/activities': or(admins, 'sessions:write'),
  'GET /sessions/:id/psa/draft': or(engineers, 'sessions:read'),
  'GET /sessions/:id/psa/pushes': or(engineers, 'sessions:read'),
  'GET /sessions/:id/psa/pushes.csv': or(engineers, 'sessions:read'),
  'GET /sessions/:id/psa/statuses': or(engineers, 'sessions:read'),
  'POST /sessions/:id/psa/notes': or(engineers, 'sessions:write'),
  'POST /sessions/:id/psa/time-entries': or(engineers, 'sessions:write'),
  'POST /sessions/:id/psa/status': or(engineers, 'sessions:write'),
  'GET /psa/pushes': admins,
  'GET /psa/pushes.csv': admins,
  'GET /psa/pushes/:id': admins,
  'POST /psa/pushes/retry': admins,
  'POST /psa/pushes/:id/retry': admins,
  'POST /psa/pushes/:id/dismiss': admins,
  'GET /psa/connection': admins,
  'PUT /psa/connection': admins,
  'DELETE /psa/connection': admins,
  'POST /psa/connection/test': admins,
  'GET /psa/members': admins,
  'GET /psa/statuses': admins,
  'GET /psa/unlogged': admins,
  'GET /psa/unlogged.csv': admins,
  'POST /psa/unlogged/time-entries': admins,
  'GET /psa/drift': admins,
  'GET /psa/drift/entries': admins,
  'GET /psa/drift/entries.csv': admins,
  'GET /analytics/flowpilot': or(admins, 'analytics:read'),
  'GET /analytics/flowpilot.csv': or(admins, 'analytics:read'),
  'GET /analytics/flowpilot/coverage': or(admins, 'analytics:read'),
  'GET /analytics/flowpilot/coverage.csv': or(admins, 'analytics:read'),
  'GET /analytics/flowpilot/flow-quality': or(admins, 'analytics:read'),
  'GET /analytics/flowpilot/flow-quality.csv': or(admins, 'analytics:read'),
  'GET /analytics/flowpilot/psa-metrics': or(admins, 'analytics:read'),
  'GET /analytics/flowpilot/psa-metrics.csv': or(admins, 'analytics:read'),
  'GET /imports': admins,
  'GET /imports.csv': admins,
  'POST /imports': admins,
  'POST /imports/preview': admins,
  'GET /imports/:id': admins,
  'POST /imports/:id/start': admins,
  'POST /imports/:id/cancel': admins,
  'GET /imports/:id/rejections': admins,
  'GET /imports/:id/rejections.csv': admins,
  'GET /jobs': admins,
  'GET /jobs.csv': admins,
  'POST /jobs/:name/run': admins,
};
