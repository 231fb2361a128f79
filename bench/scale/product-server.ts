// The product in a process of its own, whose clock stood at `BENCH_NOW` when it started. Prints its port.
import 'reflect-metadata';

import type { AddressInfo } from 'node:net';

import { createApplication } from '../../apps/api/src/bootstrap.js';
import { Settings } from '../../apps/api/src/config/settings.js';
import { connectDatabase } from '../../apps/api/src/start/connect.js';
import { Clock } from '../../apps/api/src/time/clock.js';

/** Goes on from a chosen moment. */
class ShiftedClock extends Clock {
  private readonly shiftMs = Date.parse(process.env.BENCH_NOW ?? '') - Date.now();

  override now(): Date {
    return new Date(Date.now() + this.shiftMs);
  }
}

const base = new Settings({ jwtSecret: 'j'.repeat(32), encryptionKey: 'e'.repeat(32) });
const settings = base.with({ jobs: 'off', logLevel: 'info', throttle: { ...base.throttle, disabled: true } });
const dataSource = await connectDatabase(process.env.DATABASE_URL ?? '', settings.databasePool);
const app = await createApplication({ settings, dataSource, clock: new ShiftedClock() });
await app.listen(0, '127.0.0.1');
process.stdout.write(`port ${(app.getHttpServer().address() as AddressInfo).port}\n`);
process.once('SIGTERM', () => void app.close());
