import { crashPointAfterCommit } from '../engine/crash-point.ts';
import { letIn } from '../enrollment/let-in.ts';
import { inTransaction } from '../transaction.ts';
import { type Appending, appendEvents, type StoredEvent } from './append-events.ts';

/**
 * The one way by which facts of known leads become events, in one transaction: stores them, nudges the passages they
 * concern, and enrols by triggers. Joins the caller's transaction. Gives what was stored, in order.
 */
export async function storeEvents(storing: Appending): Promise<readonly StoredEvent[]> {
  const { context } = storing;
  return inTransaction({ context }, async (inner) => {
    const appended = await appendEvents({ ...storing, context: inner });
    await letIn({ context: inner, stored: appended });
    crashPointAfterCommit({ database: inner.database, point: 'event.after-commit' });
    return appended;
  });
}
