import type { JourneyId } from '@sodate/journey/id';
import { TRPCClientError } from '@trpc/client';
import { readErrorText } from '../server/read-error.ts';
import { server } from '../server/trpc.ts';
import type { CompanyStore } from '../stores/company/create-company-store.ts';
import { CommandsRejected, type DraftTransport } from '../stores/draft/draft-types.ts';
import { takeUpNodeTypes } from './take-up-node-types.ts';

/** The draft's way to the API: commands by request, others' changes and comings by a stream. */
export function serverTransport({ journey, company }: { journey: JourneyId; company: CompanyStore }): DraftTransport {
  const { clientId } = company;
  return {
    load: () => server.journeys.draft.query({ journey }),
    send: async ({ base, commands }) => {
      try {
        return await server.journeys.applyCommands.mutate({ journey, clientId, base, commands: [...commands] });
      } catch (error) {
        throw isFinal(error) ? new CommandsRejected(readErrorText(error)) : error;
      }
    },
    watch: ({ base, onNews }) => {
      let wasConnected = false;
      const subscription = server.journeys.watchDraft.subscribe(
        { journey, base, clientId },
        {
          onData: ({ data }) => {
            if (data.kind === 'company') {
              company.meet(data.company);
              return;
            }
            onNews(data.news);
            if (data.news.since.kind === 'commands') company.see(data.news.since.commands);
          },
          onConnectionStateChange: ({ state }) => {
            if (state !== 'pending') return;
            // The next change of connection tries again, and so does whoever loads the page anew.
            if (wasConnected) takeUpNodeTypes({ journey }).catch(() => {});
            wasConnected = true;
          },
        },
      );
      return () => subscription.unsubscribe();
    },
  };
}

/** Signed out, too fast and timed out are mended by waiting; other refusals are not. */
const mendedByWaiting: readonly number[] = [401, 408, 429];

function isFinal(error: unknown): boolean {
  if (!(error instanceof TRPCClientError)) return false;
  const status: unknown = error.data?.httpStatus;
  return typeof status === 'number' && status >= 400 && status < 500 && !mendedByWaiting.includes(status);
}
