import type { RefusedCounts } from '@sodate/database/schema/bulk-enrolment';
import { type JourneyRow, journey } from '@sodate/database/schema/journey';
import type { JourneyId, LeadId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readClock } from '../engine/clock.ts';
import { crashPoint } from '../engine/crash-point.ts';
import { keepRefusals } from '../enrollment/keep-refusals.ts';
import { holdTriggerSet } from '../enrollment/trigger-set.ts';
import { lockLeads } from '../event/lock-leads.ts';
import { findDoor } from './find-door.ts';
import { judgeEntries } from './judge-entries.ts';
import { writeEntries } from './write-entries.ts';

export type Sliced =
  | { readonly kind: 'let-in'; readonly entered: number; readonly refused: RefusedCounts }
  | { readonly kind: 'closed'; readonly why: 'paused' | 'journey-stopped' | 'no-door' };

/** Lets the leads into the journey, or counts why not and keeps whom, in the caller's transaction. */
export async function enrolSlice({
  context,
  journey: id,
  leads: ids,
}: {
  context: Context;
  journey: JourneyId;
  leads: readonly LeadId[];
}): Promise<Sliced> {
  const locked = await lockLeads({ context, leads: ids });
  await holdTriggerSet({ context });
  const [row] = await context.database.select().from(journey).where(eq(journey.id, id));
  const why = closedWhy(row);
  if (why !== undefined || !row?.liveVersionId) return { kind: 'closed', why: why ?? 'journey-stopped' };
  const door = await findDoor({ context, version: row.liveVersionId });
  if (door === undefined) return { kind: 'closed', why: 'no-door' };
  // One that was merged meanwhile is only a pointer; the lead it points to has its own place in the order.
  const leads = locked.filter((lead) => lead.asked.includes(lead.id));
  const now = await readClock({ context });
  const { admitted, refused } = await judgeEntries({ context, door, leads, now });
  await writeEntries({ context, door, rule: row.rule, leads: admitted, now });
  await keepRefusals({ context, journey: id, node: door.entry.node, refused });
  await crashPoint('enrol.before-commit');
  const counts: Record<string, number> = {};
  for (const one of refused) counts[one.why] = (counts[one.why] ?? 0) + 1;
  const gone = ids.length - leads.length;
  if (gone > 0) counts.deleted = (counts.deleted ?? 0) + gone;
  return { kind: 'let-in', entered: admitted.length, refused: counts };
}

function closedWhy(row: JourneyRow | undefined): 'paused' | 'journey-stopped' | undefined {
  if (row?.state === 'paused') return 'paused';
  return row?.state === 'live' ? undefined : 'journey-stopped';
}
