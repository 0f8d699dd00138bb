import type { Context } from '@sodate/services/context';
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { Auth } from '../auth.ts';
import { type RootRouter, rootRouter } from '../procedures/root.ts';
import { readRequestContext } from '../request-context.ts';
import { refuseForeignPages } from './refuse-foreign-pages.ts';
import { sendCompressed } from './send-compressed.ts';
import { toWebHeaders } from './to-web-headers.ts';

/** All procedures at /trpc; subscriptions are streams of server-sent events. */
export async function mountProcedures({
  server,
  auth,
  context,
  given,
}: {
  server: FastifyInstance;
  auth: Auth;
  context: Context;
  given: Parameters<typeof readRequestContext>[0]['given'];
}): Promise<void> {
  const procedures: FastifyPluginAsync = async (scope) => {
    scope.addHook('onRequest', refuseForeignPages(context));
    scope.addHook('onSend', sendCompressed);
    const countQuestion = scope.createRateLimit({ max: 300, timeWindow: '1 minute' });
    await scope.register(fastifyTRPCPlugin, {
      prefix: '/trpc',
      trpcOptions: {
        router: rootRouter,
        createContext: async ({ req }) => ({
          ...(await readRequestContext({ auth, context, given, headers: toWebHeaders(req.headers) })),
          isTooOften: async () => isOver(await countQuestion(req)),
        }),
        onError: ({ error, path }) => {
          if (error.code !== 'INTERNAL_SERVER_ERROR') return;
          context.logger.error({ path, error: error.cause ?? error }, 'a procedure failed');
        },
      } satisfies FastifyTRPCPluginOptions<RootRouter>['trpcOptions'],
    });
  };
  await server.register(procedures);
}

function isOver(limit: Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>): boolean {
  return !limit.isAllowed && limit.isExceeded;
}
