import type { RootRouter } from '@sodate/api/procedures/root';
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { onServer } from './on-server.ts';
import { queryClient } from './query-client.ts';

/** While the server draws a first screen, what is not known is left open: it asks for it itself. */
const unanswered = onServer ? { fetch: () => new Promise<never>(() => {}) } : {};

/** Calls procedures directly: `await server.leads.list.query(…)`. */
export const server = createTRPCClient<RootRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: httpSubscriptionLink({ url: '/trpc' }),
      false: httpBatchLink({ url: '/trpc', maxURLLength: 4_000, ...unanswered }),
    }),
  ],
});

/** Options for TanStack Query: `useQuery(trpc.leads.list.queryOptions({ … }))`. */
export const trpc = createTRPCOptionsProxy<RootRouter>({ client: server, queryClient });
