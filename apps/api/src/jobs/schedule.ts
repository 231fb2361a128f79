import type { FlowStatsRecalculation } from '../flow-tracking/index.js';
import type { PsaReconciliation } from '../psa/index.js';
import { type RollupRefresh, REFRESHES_AT_ONCE, type RollupVerification } from '../rollups/index.js';
import type { ExpiredSweep } from './expired.sweep.js';
import type { JobDefinition } from './job-definition.js';

/** Every recurring job, one line each. The hours are UTC. */
export function schedule(
  flowStats: FlowStatsRecalculation,
  expired: ExpiredSweep,
  psa: PsaReconciliation,
  rollups: RollupRefresh,
  rollupVerification: RollupVerification,
): JobDefinition[] {
  return [
    { name: 'flow-stats.recalculate', cron: '30 2 * * *', run: (accountId) => flowStats.run(accountId) },
    { name: 'expired.sweep', cron: '0 3 * * *', run: (accountId) => expired.run(accountId), runShared: () => expired.runShared() },
    { name: 'psa.reconcile', cron: '0 4 * * *', run: (accountId) => psa.run(accountId) },
    {
      name: 'rollups.refresh',
      cron: '* * * * *',
      keptSeconds: 24 * 60 * 60,
      atOnce: REFRESHES_AT_ONCE,
      run: (accountId) => rollups.run(accountId),
      dueAccounts: () => rollups.dueAccounts(),
    },
    { name: 'rollups.verify', cron: '30 4 * * *', run: (accountId) => rollupVerification.run(accountId) },
  ];
}
