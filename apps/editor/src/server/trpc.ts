import type { RootRouter } from '@sodate/api/procedures/root';
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { queryClient } from './query-client.ts';

/** Calls procedures directly: `await server.leads.list.query(…)`. */
export const server = createTRPCClient<RootRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: httpSubscriptionLink({ url: '/trpc' }),
      false: httpBatchLink({ url: '/trpc', maxURLLength: 4_000 }),
    }),
  ],
});

/** Options for TanStack Query: `useQuery(trpc.leads.list.queryOptions({ … }))`. */
export const trpc = createTRPCOptionsProxy<RootRouter>({ client: server, queryClient });
