import cookie from '@fastify/cookie';
import { fastifyHelmet as helmet } from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const ONE_YEAR_S = 31_536_000;

/**
 * What a page of this origin may load. Angular puts the styles of components into the page and its templates set
 * style attributes, hence inline styles; scripts come from files only.
 */
const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'self'"],
  baseUri: ["'self'"],
  connectSrc: ["'self'"],
  fontSrc: ["'self'", 'data:'],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  objectSrc: ["'none'"],
  scriptSrc: ["'self'"],
  scriptSrcAttr: ["'none'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
};

/** Made once: left to the plugin, the same text would be put together anew for each answer. */
const setContentSecurityPolicy = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: CONTENT_SECURITY_POLICY,
});

export async function registerSecurityHeaders(app: NestFastifyApplication): Promise<void> {
  await app.register(cookie);
  await app.register(helmet, { contentSecurityPolicy: false, strictTransportSecurity: false });
  const instance = app.getHttpAdapter().getInstance();
  instance.addHook('onRequest', (request, reply, done) => {
    setContentSecurityPolicy(request.raw, reply.raw, done);
  });
  instance.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    // A browser would hold these against the plain address of a server without TLS.
    if (request.protocol === 'https') {
      const policy = String(reply.getHeader('content-security-policy'));
      void reply.header('strict-transport-security', `max-age=${ONE_YEAR_S}; includeSubDomains`);
      void reply.header('content-security-policy', `${policy};upgrade-insecure-requests`);
    }
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    done();
  });
}
