import { outbox } from '@sodate/database/schema/enrollment';
import { statement } from '@sodate/database/statement';
import type { EnrollmentId } from '@sodate/journey/id';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { priorities } from '../enrollment/nudge.ts';

/** A start that a person waits for, and the row of the outbox that still lies there for it. */
export interface FirstLook {
  readonly row: number;
  readonly enrollment: EnrollmentId;
}

const mostAtOnce = 20;

/**
 * Test leads that have entered, are to move now, and of whom Temporal has not been told yet: amid a rush its queues are
 * long, and a person looks on. One read; rows that a relay holds are seen too. Those that begin anew, since a store was
 * restored, are left to it.
 */
export async function findFirstLooks({ context }: { context: Context }): Promise<readonly FirstLook[]> {
  return findDue({ database: context.database, values: {} });
}

const startAt = sql`${outbox.body} ->> 'startAt'`;
const isDue = sql`case ${startAt} when 'now' then true else (${startAt})::timestamptz <= clock_timestamp() end`;

const findDue = statement<object>()((database) =>
  database
    .select({ row: outbox.id, enrollment: sql<EnrollmentId>`${outbox.body} ->> 'enrollment'` })
    .from(outbox)
    .where(
      and(
        eq(outbox.priority, priorities.test),
        sql`${outbox.body} ->> 'kind' = 'start'`,
        sql`not coalesce((${outbox.body} ->> 'anew')::boolean, false)`,
        isDue,
      ),
    )
    .orderBy(asc(outbox.id))
    .limit(mostAtOnce),
);
