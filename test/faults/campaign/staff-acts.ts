import type { RootRouter } from '@sodate/api/procedures/root';
import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client';
import type { Zoo } from '../zoo/start-zoo.ts';
import type { Installation } from './publish-journeys.ts';
import { untilDone } from './until-done.ts';

type Procedures = ReturnType<typeof createTRPCClient<RootRouter>>;

/** Has our people's requests answered by the API. */
export interface StaffActs {
  /** Gives undefined where the API said no: the lead has moved on, the mail is in the air, it was done before. */
  ask<Value>(request: (procedures: Procedures) => Promise<Value>): Promise<Value | undefined>;
}

/** Signs the admin in. */
export async function createStaffActs({
  zoo,
  installation,
}: {
  zoo: Zoo;
  installation: Installation;
}): Promise<StaffActs> {
  const cookie = await untilDone('the API lets the admin in', async () => {
    const answer = await fetch(`${zoo.apiUrl}/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: zoo.apiUrl },
      body: JSON.stringify(installation.admin),
    });
    return (
      answer.ok &&
      answer.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; ')
    );
  });
  const link = httpBatchLink({ url: `${zoo.apiUrl}/trpc`, headers: { cookie } });
  const procedures = createTRPCClient<RootRouter>({ links: [link] });
  return {
    ask: async (request) => {
      const answer = await untilDone('the API answers our people', async () => {
        try {
          return { value: await request(procedures) };
        } catch (error) {
          if (isRefusal(error)) return { value: undefined };
          throw error;
        }
      });
      return answer.value;
    },
  };
}

function isRefusal(error: unknown): boolean {
  if (!(error instanceof TRPCClientError)) return false;
  const status: unknown = error.data?.httpStatus;
  return typeof status === 'number' && status < 500;
}
