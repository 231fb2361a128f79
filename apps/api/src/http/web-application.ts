import { existsSync } from 'node:fs';
import { join } from 'node:path';

import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Files whose name holds a hash of their content never change. */
const HASHED = /-[\w-]{8}\.[a-z0-9]+$/;
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_FIRST = 'no-cache';

/**
 * Serves the built web application, if there is one. Its own routes all answer the one page; a file that is not
 * there is 404, so that a browser with an old page does not take the page for a script.
 */
export async function registerWebApplication(app: NestFastifyApplication, directory: string): Promise<void> {
  if (!existsSync(join(directory, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: directory,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', HASHED.test(path.replace(/\.(br|gz)$/, '')) ? FOR_EVER : ASK_FIRST);
    },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => {
      if (isPage(request.url.split('?')[0] ?? '')) void reply.sendFile('index.html');
      else reply.callNotFound();
    });
}

function isPage(path: string): boolean {
  return path !== '/api' && !path.startsWith('/api/') && !/\.[^/]*$/.test(path);
}
