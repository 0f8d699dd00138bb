import type { JourneyId } from '@sodate/journey/id';
import { notifyManager } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { queryClient } from '../server/query-client.ts';
import { server, trpc } from '../server/trpc.ts';

interface Asking {
  readonly types: () => Promise<inferOutput<typeof trpc.nodeTypes.list>>;
  readonly draft: () => Promise<inferOutput<typeof trpc.journeys.draft>>;
}

/**
 * For when the server was away: it may have started again with other node types. Then palette, cards and forms are made
 * anew, and the draft with them, since its summaries and problems are told by the types. What is pending is on its shelf.
 */
export async function takeUpNodeTypes({
  journey,
  ask = {
    types: () => server.nodeTypes.list.query(),
    draft: () => server.journeys.draft.query({ journey }),
  },
}: {
  journey: JourneyId;
  ask?: Asking;
}): Promise<void> {
  const types = trpc.nodeTypes.list.queryKey();
  const known = queryClient.getQueryData(types);
  const installed = await ask.types();
  if (known === undefined || JSON.stringify(known) === JSON.stringify(installed)) return;
  const draft = await ask.draft();
  // At once: made with types of which the draft knows nothing yet, cards would have no words.
  notifyManager.batch(() => {
    queryClient.setQueryData(trpc.journeys.draft.queryKey({ journey }), draft);
    queryClient.setQueryData(types, installed);
  });
}
