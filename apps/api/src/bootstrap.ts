import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { AppModule, type Foundations } from './app.module.js';
import { registerBodyParsers } from './http/body-parsers.js';
import { fastifyAdapter } from './http/fastify-adapter.js';
import { PinoLogger } from './http/logger.js';
import { registerDocumentation } from './http/openapi/openapi-document.js';
import { RouteTable } from './http/route-table.js';
import { registerSecurityHeaders } from './http/security-headers.js';
import { registerWebApplication } from './http/web-application.js';

export const API_PREFIX = 'api/v1';

/** The application, ready to listen or to be injected into. */
export async function createApplication(foundations: Foundations): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.on(foundations),
    fastifyAdapter(foundations.settings),
    { bodyParser: false, abortOnError: false, logger: new PinoLogger(foundations.settings.logLevel) },
  );
  const instance = app.getHttpAdapter().getInstance();
  app.get(RouteTable).observe(instance);
  registerBodyParsers(instance);
  await registerSecurityHeaders(app);
  app.setGlobalPrefix(API_PREFIX);
  registerDocumentation(app);
  if (foundations.webDirectory !== undefined) await registerWebApplication(app, foundations.webDirectory);
  return app;
}
