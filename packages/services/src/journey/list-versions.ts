import { enrollment } from '@sodate/database/schema/enrollment';
import { journey, version } from '@sodate/database/schema/journey';
import { user } from '@sodate/database/schema/user';
import type { Instant } from '@sodate/journey/time/instant';
import { and, desc, eq, inArray, lt, ne, not, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { type Page, pageInput } from '../page.ts';
import { formatCursor, parseWholeCursor } from '../page-cursor.ts';
import { journeyInput } from './journey-input.ts';

export const listVersionsInput = journeyInput.extend(pageInput.shape);

export interface ListedVersion {
  readonly number: number;
  readonly live: boolean;
  readonly publishedAt: Instant;
  /** Null: by a program, or by somebody who is gone. */
  readonly publishedBy: string | null;
  readonly note: string;
  /** Leads who go by it now, and apart from them test leads. */
  readonly leads: number;
  readonly testLeads: number;
}

/** A journey's published versions, the newest first. */
export async function listVersions({
  context: { database },
  input,
}: {
  context: Context;
  input: z.output<typeof listVersionsInput>;
}): Promise<Page<ListedVersion>> {
  const before = input.after === undefined ? undefined : lt(version.number, parseWholeCursor(input.after).value);
  const found = await database
    .select({
      id: version.id,
      number: version.number,
      liveVersionId: journey.liveVersionId,
      publishedAt: version.publishedAt,
      publishedBy: user.name,
      note: version.note,
    })
    .from(version)
    .innerJoin(journey, eq(journey.id, version.journeyId))
    .leftJoin(user, eq(user.id, version.publishedBy))
    .where(and(eq(version.journeyId, input.journey), before))
    .orderBy(desc(version.number))
    .limit(input.limit + 1);
  const page = found.slice(0, input.limit);
  const leads = await countLeads({ database, ids: page.map(({ id }) => id) });
  const last = found.length > input.limit ? page.at(-1) : undefined;
  return {
    rows: page.map(({ id, liveVersionId, ...row }) => ({
      ...row,
      live: id === liveVersionId,
      ...(leads.get(id) ?? nobody),
    })),
    ...(last === undefined ? {} : { next: formatCursor({ value: String(last.number), id: last.id }) }),
  };
}

const nobody = { leads: 0, testLeads: 0 };

type VersionId = typeof version.$inferSelect.id;

async function countLeads({ database, ids }: { database: Context['database']; ids: readonly VersionId[] }) {
  if (ids.length === 0) return new Map<VersionId, typeof nobody>();
  const tests = sql`${enrollment.test}`;
  const counted = (which: SQL) => sql<number>`(count(*) filter (where ${which}))::int`;
  const rows = await database
    .select({ id: enrollment.versionId, leads: counted(not(tests)), testLeads: counted(tests) })
    .from(enrollment)
    .where(and(inArray(enrollment.versionId, ids), ne(enrollment.state, 'ended')))
    .groupBy(enrollment.versionId);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
