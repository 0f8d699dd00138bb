import { type BulkEnrolmentRow, bulkEnrolment } from '@sodate/database/schema/bulk-enrolment';
import { user } from '@sodate/database/schema/user';
import { asId } from '@sodate/journey/id';
import { formatInstant } from '@sodate/journey/time/instant';
import { and, desc, eq, lt } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { journeyInput } from '../journey/journey-input.ts';
import { idPageInput, type Page } from '../page.ts';

export const listBulkEnrolmentsInput = idPageInput.extend(journeyInput.shape);

export interface ListedBulkEnrolment
  extends Pick<BulkEnrolmentRow, 'id' | 'state' | 'endedWhy' | 'entered' | 'refused' | 'expected'> {
  /** Leads gone over so far: those who entered, and those who were refused. */
  readonly goneOver: number;
  /** Who began it; null: somebody who is gone. */
  readonly by: string | null;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly endedAt: string | null;
}

/** What has been added to a journey in bulk, the newest first, with how far each is. */
export async function listBulkEnrolments({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listBulkEnrolmentsInput>;
}): Promise<Page<ListedBulkEnrolment>> {
  const after = input.after === undefined ? undefined : lt(bulkEnrolment.id, asId<'bulk-enrolment'>(input.after));
  const rows = await context.database
    .select({ row: bulkEnrolment, by: user.name })
    .from(bulkEnrolment)
    .leftJoin(user, eq(user.id, bulkEnrolment.userId))
    .where(and(eq(bulkEnrolment.journeyId, input.journey), after))
    .orderBy(desc(bulkEnrolment.id))
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return {
    rows: page.map(({ row, by }) => toListed({ row, by })),
    ...(last === undefined ? {} : { next: last.row.id }),
  };
}

function toListed({ row, by }: { row: BulkEnrolmentRow; by: string | null }): ListedBulkEnrolment {
  const { id, state, endedWhy, entered, refused, expected } = row;
  const turnedAway = Object.values(refused).reduce((sum, count) => sum + count, 0);
  return {
    id,
    state,
    endedWhy,
    entered,
    refused,
    expected,
    goneOver: entered + turnedAway,
    by,
    startedAt: formatInstant(row.createdAt),
    endedAt: row.endedAt === null ? null : formatInstant(row.endedAt),
  };
}
