import { type OutboxBody, outbox } from '@sodate/database/schema/enrollment';
import { statement } from '@sodate/database/statement';
import type { Context } from '../context.ts';

/** What is to reach Temporal. Lower priorities go first. */
export interface Outgoing {
  readonly priority: number;
  readonly body: OutboxBody;
}

const fewRows = 8;

/** Has the relay tell Temporal once the caller's transaction is committed. */
export async function writeOutbox({
  context: { database },
  rows,
}: {
  context: Context;
  rows: readonly Outgoing[];
}): Promise<void> {
  if (rows.length > fewRows) await database.insert(outbox).values([...rows]);
  else await Promise.all(rows.map((values) => insertRow({ database, values })));
}

const insertRow = statement<Outgoing>()((database, place) =>
  database
    .insert(outbox)
    .values({ priority: place('priority', outbox.priority), body: place('body', outbox.body) })
    .returning({ id: outbox.id }),
);
