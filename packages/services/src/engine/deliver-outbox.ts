import { rightNow } from '@sodate/database/columns';
import { enrollment, type OutboxBody, outbox } from '@sodate/database/schema/enrollment';
import { statement } from '@sodate/database/statement';
import { type Instant, type Milliseconds, parseInstant, plus } from '@sodate/journey/time/instant';
import { unreachable } from '@sodate/journey/unreachable';
import { asc, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import { crashPoint } from './crash-point.ts';
import { tenYearsMs, type WorkflowPort } from './workflow-port.ts';

/** Rows that one turn takes at the most. */
export const mostOutboxRows = 200;
const callsAtOnce = 50;
const longestBackOffMs = 60_000;

type OutboxRow = Pick<typeof outbox.$inferSelect, 'id' | 'priority' | 'body' | 'failures'>;

/**
 * Takes up to 200 rows in order of priority, brings them to Temporal, deletes the delivered and backs off the rest.
 * Several relays share the work: each skips what another holds. Gives how many rows were taken.
 */
export async function deliverOutbox({
  context,
  workflows,
}: {
  context: Context;
  workflows: WorkflowPort;
}): Promise<number> {
  // Asked several times a second, mostly in vain: one statement, no transaction.
  if ((await findDue({ database: context.database, values: {} })).length === 0) return 0;
  return inTransaction({ context }, async (inner) => {
    const rows = await takeRows({ database: inner.database, values: {} });
    const [first] = rows;
    if (!first) return 0;
    const now = parseInstant(first.now);
    const wanted = rows.filter(({ body, ended }) => body.kind === 'close' || !ended);
    await crashPoint('relay.before-call');
    const failed = await callAll({ context: inner, workflows, rows: wanted, now });
    await crashPoint('relay.after-call');
    const done = rows.filter((row) => !failed.has(row.id)).map((row) => row.id);
    if (done.length > 0) await deleteRows({ database: inner.database, values: { ids: done } });
    await backOff({ context: inner, rows: rows.filter((row) => failed.has(row.id)), now });
    return rows.length;
  });
}

const isDue = or(isNull(outbox.notBefore), lte(outbox.notBefore, sql`clock_timestamp()`));

const findDue = statement<object>()((database) =>
  database
    .select({ id: outbox.id })
    .from(outbox)
    .where(isDue)
    // By the index: a table that a rush has left empty is long to read through.
    .orderBy(asc(outbox.priority), asc(outbox.id))
    .limit(1),
);

const takeRows = statement<object>()((database) =>
  database
    .select({
      id: outbox.id,
      priority: outbox.priority,
      body: outbox.body,
      failures: outbox.failures,
      now: sql<string>`${rightNow}`,
      ended: sql<boolean>`exists (select from ${enrollment}
        where ${enrollment.id} = (${outbox.body} ->> 'enrollment')::uuid and ${enrollment.state} = 'ended')`,
    })
    .from(outbox)
    .where(isDue)
    .orderBy(asc(outbox.priority), asc(outbox.id))
    .limit(mostOutboxRows)
    .for('update', { skipLocked: true }),
);

const deleteRows = statement<{ ids: readonly number[] }>()((database, place) =>
  database
    .delete(outbox)
    .where(sql`${outbox.id} = any(${place('ids')}::bigint[])`)
    .returning({ id: outbox.id }),
);

/** Calls fifty at a time, two seconds each, five in all. Gives the rows that were not delivered. */
async function callAll({
  context,
  workflows,
  rows,
  now,
}: {
  context: Context;
  workflows: WorkflowPort;
  rows: readonly OutboxRow[];
  now: Instant;
}): Promise<ReadonlySet<number>> {
  const failed = new Set<number>();
  const queue = [...rows];
  const startedAt = context.clock.now();
  const work = async () => {
    for (let row = queue.shift(); row; row = queue.shift()) {
      const late = context.clock.now() - startedAt > context.timings.relayBatchMs;
      const delivered = !late && (await callInTime({ context, workflows, row, now }));
      if (!delivered) failed.add(row.id);
    }
  };
  await Promise.all(Array.from({ length: callsAtOnce }, work));
  return failed;
}

async function callInTime({
  context,
  workflows,
  row,
  now,
}: {
  context: Context;
  workflows: WorkflowPort;
  row: OutboxRow;
  now: Instant;
}): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Temporal did not answer in time')), context.timings.relayCallMs);
  });
  try {
    await Promise.race([callOnce({ workflows, body: row.body, priority: row.priority, now }), tooLong]);
    return true;
  } catch (error) {
    context.logger.warn({ ...row.body, error, failures: row.failures }, 'a start or nudge was not delivered');
    return false;
  } finally {
    clearTimeout(timer);
  }
}

async function callOnce({
  workflows,
  body,
  priority,
  now,
}: {
  workflows: WorkflowPort;
  body: OutboxBody;
  priority: number;
  now: Instant;
}): Promise<void> {
  switch (body.kind) {
    case 'start':
      return workflows.start({
        enrollment: body.enrollment,
        journey: body.journey,
        delayMs: delayTo({ startAt: body.startAt, now }),
        priority,
        anew: body.anew ?? false,
      });
    case 'nudge':
      return workflows.nudge({ enrollment: body.enrollment, journey: body.journey, rest: body.rest, priority });
    case 'close':
      return workflows.close({ enrollment: body.enrollment });
    case 'start-handoff':
      return workflows.startHandoff({
        handoff: body.handoff,
        delayMs: delayTo({ startAt: body.startAt, now }),
        anew: body.anew ?? false,
      });
    case 'nudge-handoff':
      return workflows.nudgeHandoff({ handoff: body.handoff, rest: body.rest });
    default:
      return unreachable(body);
  }
}

/** Counted on delivery: a row that lay in the outbox for an hour starts an hour's less later. */
function delayTo({ startAt, now }: { startAt: string | null | 'now'; now: Instant }): Milliseconds {
  if (startAt === null) return tenYearsMs;
  return startAt === 'now' ? 0 : Math.max(0, Math.ceil(parseInstant(startAt) - now));
}

async function backOff({
  context,
  rows,
  now,
}: {
  context: Context;
  rows: readonly OutboxRow[];
  now: Instant;
}): Promise<void> {
  for (const [failures, ones] of Map.groupBy(rows, (row) => row.failures)) {
    const notBefore = plus(now, Math.min(longestBackOffMs, 500 * 2 ** Math.min(failures, 10)));
    await context.database
      .update(outbox)
      .set({ failures: sql`${outbox.failures} + 1`, notBefore })
      .where(
        inArray(
          outbox.id,
          ones.map(({ id }) => id),
        ),
      );
  }
}
