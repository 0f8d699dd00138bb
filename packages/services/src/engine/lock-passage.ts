import { rightNow } from '@sodate/database/columns';
import { type EnrollmentRow, enrollment, mark } from '@sodate/database/schema/enrollment';
import { heldNode, type JourneyState, journey, journeyRule } from '@sodate/database/schema/journey';
import { lead } from '@sodate/database/schema/lead';
import { organisation } from '@sodate/database/schema/organisation';
import { statement } from '@sodate/database/statement';
import type { EnrollmentId, LeadId, NodeId } from '@sodate/journey/id';
import { asInstant, type Instant, parseInstant } from '@sodate/journey/time/instant';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** One passage under the locks that let it change, and what was read after them. */
export interface LockedPassage {
  readonly row: EnrollmentRow;
  readonly lead: {
    readonly id: LeadId;
    readonly lastEvent: number;
    readonly zone: string | null;
    readonly erased: boolean;
  };
  readonly journey: {
    readonly state: JourneyState;
    readonly rule: number;
    readonly nodeHeld: boolean;
    readonly heldNodes: readonly NodeId[];
  };
  /** The organisation's zone. */
  readonly zone: string;
  /** Whether the database was restored, and nobody has released the sends yet. */
  readonly claimsBarred: boolean;
  /** PostgreSQL's clock after the locks. */
  readonly realNow: Instant;
  /** The enrollment's own time: real and its offset. */
  readonly now: Instant;
}

/** Locks the lead, then the enrollment; starts again where a merge moved it in between. Undefined: no such row. */
export async function lockPassage({
  context,
  enrollment: id,
}: {
  context: Context;
  enrollment: EnrollmentId;
}): Promise<LockedPassage | undefined> {
  for (;;) {
    const locked = await lockOnce({ context, id });
    if (locked !== 'moved') return locked;
  }
}

async function lockOnce({
  context: { database },
  id,
}: {
  context: Context;
  id: EnrollmentId;
}): Promise<LockedPassage | undefined | 'moved'> {
  const call = { database, values: { id } };
  // Sent together, done one after another: each sees what was committed before the locks of those before it.
  const [[owner], [row], [around]] = await Promise.all([lockOwner(call), lockRow(call), readAround(call)]);
  if (!owner || !row || !around) return undefined;
  if (row.leadId !== owner.id) return 'moved';
  const realNow = parseInstant(around.now);
  return {
    row,
    lead: { id: owner.id, lastEvent: owner.lastEvent, zone: owner.zone, erased: owner.erasedAt !== null },
    journey: {
      state: around.state,
      rule: around.rule,
      heldNodes: around.heldNodes,
      nodeHeld: around.heldNodes.includes(row.node),
    },
    zone: around.zone,
    claimsBarred: around.claimsBarred,
    realNow,
    now: asInstant(realNow + row.offsetMs),
  };
}

interface Wanted {
  readonly id: EnrollmentId;
}

const lockOwner = statement<Wanted>()((database, place) =>
  database
    .select({ id: lead.id, lastEvent: lead.lastEventId, zone: lead.zone, erasedAt: lead.erasedAt })
    .from(lead)
    .where(
      eq(
        lead.id,
        sql`(${database
          .select({ lead: enrollment.leadId })
          .from(enrollment)
          .where(eq(enrollment.id, place('id', enrollment.id)))})`,
      ),
    )
    .for('no key update'),
);

const lockRow = statement<Wanted>()((database, place) =>
  database
    .select()
    .from(enrollment)
    .where(eq(enrollment.id, place('id', enrollment.id)))
    .for('update'),
);

const readAround = statement<Wanted>()((database, place) =>
  database
    .select({
      state: journey.state,
      rule: journey.rule,
      heldNodes: sql<
        NodeId[]
      >`array(select ${heldNode.node} from ${heldNode} where ${heldNode.journeyId} = ${journey.id})`,
      claimsBarred: sql<boolean>`exists (select from ${mark} where ${mark.claimsBarredAt} is not null)`,
      now: sql<string>`${rightNow}`,
      zone: sql<string>`coalesce((select ${organisation.zone} from ${organisation}), 'Asia/Tokyo')`,
    })
    .from(enrollment)
    .innerJoin(journey, eq(journey.id, enrollment.journeyId))
    .where(eq(enrollment.id, place('id', enrollment.id))),
);

/** The rules that the row has not yet been given, oldest first. */
export async function readRulesAfter({ context, row }: { context: Context; row: EnrollmentRow }) {
  return context.database
    .select()
    .from(journeyRule)
    .where(sql`${journeyRule.journeyId} = ${row.journeyId} and ${journeyRule.number} > ${row.ruleSeen}`)
    .orderBy(journeyRule.number);
}
