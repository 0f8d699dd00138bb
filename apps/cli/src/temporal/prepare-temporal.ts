import { Connection } from '@temporalio/client';
import { waitUntil } from '../process/wait-until.ts';
import { journeySearchAttribute } from './temporal-command.ts';

/** INDEXED_VALUE_TYPE_KEYWORD of Temporal's API. */
const keyword = 2;

/**
 * Waits until the Temporal server answers, and gives it the search attribute of ours; repeating it does no harm.
 * @throws Error where it does not answer in time, or has no such namespace.
 */
export async function prepareTemporal({
  address,
  namespace,
  withinMs,
}: {
  address: string;
  namespace: string;
  withinMs: number;
}): Promise<void> {
  const connection = await waitUntil({
    check: () => Connection.connect({ address, connectTimeout: 2_000 }).catch(() => undefined),
    what: `Temporal answers at ${address}`,
    withinMs,
    everyMs: 100,
  });
  try {
    await waitUntil({
      check: async () => {
        const searchAttributes = { [journeySearchAttribute]: keyword };
        const done = connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
        return done.then(() => true).catch((error: unknown) => isThere(error));
      },
      what: `Temporal has the namespace "${namespace}" and the search attribute ${journeySearchAttribute}`,
      withinMs,
      everyMs: 100,
    });
  } finally {
    await connection.close();
  }
}

function isThere(error: unknown): boolean {
  return error instanceof Error && /already exists/i.test(error.message);
}
