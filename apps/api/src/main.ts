import 'reflect-metadata';

import { fileURLToPath } from 'node:url';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { createApplication } from './bootstrap.js';
import type { Settings } from './config/settings.js';
import { DemoLoader } from './demo/index.js';
import { announcement } from './start/announcement.js';
import { connectDatabase } from './start/connect.js';
import { drain } from './start/drain.js';
import { assertPortIsFree, portFailure } from './start/port.js';
import { databaseUrl, run } from './start/run.js';
import { Clock } from './time/clock.js';

const WEB_DIRECTORY = fileURLToPath(new URL('../../../../web/browser', import.meta.url));

await run(async (settings, shutdown) => {
  await assertPortIsFree(settings.port, settings.host);
  const dataSource = await connectDatabase(await databaseUrl(settings, shutdown), settings.databasePool);
  const app = await createApplication({ settings, dataSource, clock: new Clock(), webDirectory: WEB_DIRECTORY });
  shutdown.add(() => app.close());
  shutdown.add(() => drain(app, settings.shutdownDrainMs), settings.shutdownDrainMs);
  if (settings.demo) await app.get(DemoLoader).loadIfEmpty();
  const port = await listen(app, settings);
  process.stdout.write(await announcement(app, settings, port));
});

async function listen(app: NestFastifyApplication, { port, host }: Settings): Promise<number> {
  try {
    await app.listen(port, host);
  } catch (error) {
    throw portFailure(error, port, host);
  }
  const address = app.getHttpServer().address();
  return address !== null && typeof address === 'object' ? address.port : port;
}
