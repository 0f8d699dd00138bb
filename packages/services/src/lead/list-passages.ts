import { type EnrollmentState, enrollment } from '@sodate/database/schema/enrollment';
import { journey, version } from '@sodate/database/schema/journey';
import type { EnrollmentId, JourneyId, NodeId } from '@sodate/journey/id';
import type { EndReason } from '@sodate/journey/interpret/passage';
import type { Text } from '@sodate/journey/text';
import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import { desc, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { findLead } from './find-lead.ts';
import type { leadInput } from './get-lead.ts';

export interface ListedPassage {
  readonly id: EnrollmentId;
  readonly journey: { readonly id: JourneyId; readonly name: string };
  readonly version: number;
  readonly state: EnrollmentState;
  /** Where the lead stands, or stood last. The title is the marketer's own, else the node type's. */
  readonly node: { readonly id: NodeId; readonly type: string; readonly title: Text };
  readonly until: string | null;
  readonly enteredAt: string;
  readonly endedAt: string | null;
  readonly reason: EndReason | null;
  readonly test: boolean;
}

const most = 50;

/** The journeys that a lead is in, then those it has left, latest first; at most 50. */
export async function listPassages({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof leadInput>;
}): Promise<readonly ListedPassage[]> {
  const lead = await findLead({ context, lead: input.lead });
  const node = sql<{ type?: string; title?: string } | null>`${version.graph} -> 'nodes' -> ${enrollment.node}`;
  const rows = await context.database
    .select({
      id: enrollment.id,
      journeyId: journey.id,
      journeyName: journey.name,
      version: version.number,
      state: enrollment.state,
      node: enrollment.node,
      drawn: node,
      until: enrollment.until,
      enteredAt: enrollment.enteredAt,
      endedAt: enrollment.endedAt,
      reason: enrollment.reason,
      test: enrollment.test,
    })
    .from(enrollment)
    .innerJoin(journey, eq(journey.id, enrollment.journeyId))
    .innerJoin(version, eq(version.id, enrollment.versionId))
    .where(eq(enrollment.leadId, lead.id))
    .orderBy(sql`${enrollment.state} = 'ended'`, desc(enrollment.id))
    .limit(most);
  return rows.map((row) => {
    const type = row.drawn?.type ?? '';
    const title = row.drawn?.title ?? type;
    return {
      id: row.id,
      journey: { id: row.journeyId, name: row.journeyName },
      version: row.version,
      state: row.state,
      node: {
        id: row.node,
        type,
        title:
          row.drawn?.title === undefined
            ? (context.nodeTypes.catalog.get(type)?.title ?? { ja: title, en: title })
            : { ja: title, en: title },
      },
      until: isoOrNull(row.until),
      enteredAt: formatInstant(row.enteredAt),
      endedAt: isoOrNull(row.endedAt),
      reason: row.reason,
      test: row.test,
    };
  });
}

function isoOrNull(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}
