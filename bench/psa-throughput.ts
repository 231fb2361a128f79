// `npm run bench:psa -- --pushes 3000 --concurrency 16`: pushes a second of one worker, in a process of its own, on a
// durable database, against a stand-in that answers at once. Half are notes, half are time entries.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { ConnectedAccount } from '../apps/api/test/connected-account.js';
import { ProductProcess } from '../apps/api/test/product-process.js';
import { withTestServer } from './test-server.js';

const { values } = parseArgs({
  options: { pushes: { type: 'string', default: '3000' }, concurrency: { type: 'string', default: '16' } },
});

interface Sent {
  sent: number;
  seconds: number;
}

async function sent(account: ConnectedAccount): Promise<Sent> {
  const [row] = await account.application.database.query<Sent>(
    `select count(*)::int as sent,
            coalesce(extract(epoch from max(pushes.sent_at) - min(pushes.sent_at)), 0)::float8 as seconds
     from psa_pushes as pushes where pushes.account_id = $1 and pushes.state = 'sent'`,
    [account.admin.accountId],
  );
  return row ?? { sent: 0, seconds: 0 };
}

async function measure(): Promise<Sent> {
  const account = await ConnectedAccount.start();
  for (let asked = 0; asked < Number(values.pushes); asked += 2) {
    const { id } = await account.session();
    await account.push(id, 'notes', { text: 'Restarted the VPN' });
    await account.push(id, 'time-entries', { hours: 0.5 });
  }
  const worker = ProductProcess.start('worker', {
    DATABASE_URL: account.application.databaseUrl,
    JWT_SECRET: 'j'.repeat(32),
    ENCRYPTION_KEY: 'e'.repeat(32),
    PSA_ALLOW_PRIVATE_ADDRESSES: 'true',
    PSA_CONCURRENCY: values.concurrency,
    DB_POOL: values.concurrency,
  });
  while ((await sent(account)).sent < Number(values.pushes)) await sleep(500);
  const result = await sent(account);
  await worker.stop();
  await account.stop();
  return result;
}

const { sent: pushes, seconds } = await withTestServer(measure, true);
console.log(`${pushes} pushes in ${seconds.toFixed(1)} s: ${Math.round(pushes / seconds)} a second`);
