import 'reflect-metadata';

import { NestFactory } from '@nestjs/core';

import { AppModule } from './app.module.js';
import { StartFailure } from './config/start-failure.js';
import { PinoLogger } from './http/logger.js';
import { connectDatabase } from './start/connect.js';
import { run } from './start/run.js';
import { Clock } from './time/clock.js';

/** Jobs only, for when they are not to run beside the requests (JOBS=off there). */
await run(async (given, shutdown) => {
  if (given.databaseUrl === null) {
    throw new StartFailure('The worker needs DATABASE_URL: the embedded database belongs to the application.');
  }
  const settings = given.with({ jobs: 'inline' });
  const dataSource = await connectDatabase(given.databaseUrl, settings.databasePool);
  const app = await NestFactory.createApplicationContext(
    AppModule.on({ settings, dataSource, clock: new Clock() }),
    { abortOnError: false, logger: new PinoLogger(settings.logLevel) },
  );
  shutdown.add(() => app.close());
  process.stdout.write('\n  FlowPilot worker is ready.\n\n');
});
