import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { createMailTransport } from '@sodate/mail/transport/create-mail-transport';
import type { Config } from '@sodate/services/config/config';
import type { Context } from '@sodate/services/context';
import { createPageAsker } from '@sodate/services/http/create-page-asker';
import { proveInstallation } from '@sodate/services/organisation/installation-proof';
import { readHealth } from '@sodate/services/organisation/read-health';
import { proofPath } from '@sodate/services/organisation/test-public-url';
import type { MetricsRegistry } from '@sodate/services/telemetry/create-telemetry';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';
import { type Auth, originsOf } from '../auth.ts';
import type { Mailing } from '../procedures/mailing.ts';
import { registerDemo } from '../public/demo/register-demo.ts';
import { registerMailLinks } from '../public/mail-links.ts';
import { registerTrackerScript } from '../public/tracker-script.ts';
import { registerV1 } from '../public/v1.ts';
import { measureRequests } from './measure-requests.ts';
import { mountAuth } from './mount-auth.ts';
import { mountEditor } from './mount-editor.ts';
import { mountMetrics } from './mount-metrics.ts';
import { mountProcedures } from './mount-procedures.ts';
import { refuseCompressed } from './refuse-compressed.ts';

/** Everything that answers on the API's port, not listening yet. */
export async function createServer({
  config,
  context,
  auth,
  logger,
  registry,
}: {
  config: Config;
  context: Context;
  auth: Auth;
  logger: Logger;
  registry: MetricsRegistry;
}): Promise<FastifyInstance> {
  const server = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1024 * 1024,
    // A batch of procedures is one long path segment.
    routerOptions: { maxParamLength: 5_000 },
    forceCloseConnections: true,
  }) as unknown as FastifyInstance;
  logWithoutPersonalData(server);
  measureRequests({ server, context });
  await server.register(helmet, {
    contentSecurityPolicy: { directives: contentRules(config) },
    hsts: isSecure(config),
  });
  await server.register(rateLimit, { global: false });
  server.addHook('onRequest', refuseCompressed);
  mountAuth({ server, auth, context });
  const { allowPrivate = false, publicUrl, temporalAddress } = config;
  const askPage = createPageAsker({ own: originsOf(publicUrl), allowPrivate });
  const given = { temporalAddress, askPage, mailing: openMailing({ server, config }) };
  await mountProcedures({ server, auth, context, given });
  await registerMailLinks({ app: server, context });
  await registerV1({ app: server, context });
  await registerTrackerScript({ app: server });
  if (config.demo) await registerDemo({ app: server, context });
  server.get('/healthz', async (_request, reply) => {
    const health = await readHealth({ context, temporalAddress: config.temporalAddress });
    return reply.code(health.ok ? 200 : 503).send(health);
  });
  server.get(proofPath, { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }, async (request) => {
    const { question } = request.query as { question?: unknown };
    return proveInstallation({ context, question: String(question).slice(0, 100) });
  });
  mountMetrics({ server, registry, token: config.metricsToken });
  await mountEditor({ server });
  return server;
}

function openMailing({ server, config }: { server: FastifyInstance; config: Config }): Mailing {
  const transport = createMailTransport({ url: config.smtpUrl, poolSize: 2 });
  server.addHook('onClose', async () => transport.close());
  const { mailboxFolder } = config;
  return { transport, ...(mailboxFolder === undefined ? {} : { mailboxFolder }) };
}

function isSecure(config: Config): boolean {
  return config.publicUrl.startsWith('https:');
}

/** Scripts only of our own; styles also inline, as the component library and the canvas set them; mails hold any image. */
function contentRules(config: Config) {
  return {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    scriptSrcAttr: ["'none'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:', 'https:', 'http:'],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    frameSrc: ["'self'"],
    workerSrc: ["'self'", 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'self'"],
    upgradeInsecureRequests: isSecure(config) ? [] : null,
  };
}

/** Logs the route, never the address: paths and queries hold tokens, ids and what people searched for. */
function logWithoutPersonalData(server: FastifyInstance): void {
  server.addHook('onResponse', async (request, reply) => {
    const fields = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (reply.statusCode >= 500) request.log.error(fields, 'request failed');
    else request.log.debug(fields, 'request');
  });
}
