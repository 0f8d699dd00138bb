import { enrollment } from '@sodate/database/schema/enrollment';
import type { LeadId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { findHolders } from '../condition/find-holders.ts';
import type { Context } from '../context.ts';
import type { Enrolled } from '../enrollment/enrol.ts';
import { mayReenter } from '../enrollment/may-reenter.ts';
import type { LockedLead } from '../event/lock-leads.ts';
import type { Door } from './find-door.ts';

export type Refusal = Exclude<Extract<Enrolled, { kind: 'refused' }>['why'], 'not-live'>;

/** As much of a lead as is judged. */
type Asking = Pick<LockedLead, 'id' | 'deleted'>;

export interface Judged<Lead extends Asking> {
  readonly admitted: readonly Lead[];
  readonly refused: readonly { readonly lead: LeadId; readonly why: Refusal }[];
}

interface Judging<Lead extends Asking> {
  readonly context: Context;
  readonly door: Door;
  /** Locked by the caller, where they are to enter. */
  readonly leads: readonly Lead[];
  readonly now: Instant;
}

/** Who of the leads may enter, by the rules that `enrol` keeps for one lead, in two statements for all. */
export async function judgeEntries<Lead extends Asking>({
  context,
  door,
  leads,
  now,
}: Judging<Lead>): Promise<Judged<Lead>> {
  const entries = await readLastEntries({ context, door, leads, now });
  const whyByLead = new Map<LeadId, Refusal>();
  for (const lead of leads) {
    const why = refusalOf({ lead, last: entries.get(lead.id), door, now });
    if (why !== undefined) whyByLead.set(lead.id, why);
  }
  const { audience } = door.version.plan;
  const condition = audience === undefined ? undefined : door.version.plan.conditions[audience];
  if (audience !== undefined) {
    const asking = leads.filter(({ id }) => !whyByLead.has(id)).map(({ id }) => id);
    const { zone } = door.version.plan;
    const meant = condition && (await findHolders({ context, condition, leads: asking, now, zone }));
    for (const id of asking) if (meant?.has(id) !== true) whyByLead.set(id, 'not-in-audience');
  }
  return {
    admitted: leads.filter(({ id }) => !whyByLead.has(id)),
    refused: [...whyByLead].map(([lead, why]) => ({ lead, why })),
  };
}

interface LastEntry {
  readonly open: boolean;
  readonly enteredAt: Instant;
}

/** The newest passage of each lead through the journey. */
async function readLastEntries({ context, door, leads }: Judging<Asking>): Promise<ReadonlyMap<LeadId, LastEntry>> {
  const rows = await context.database
    .selectDistinctOn([enrollment.leadId], {
      lead: enrollment.leadId,
      state: enrollment.state,
      enteredAt: enrollment.enteredAt,
    })
    .from(enrollment)
    .where(
      and(
        eq(enrollment.journeyId, door.version.journey),
        inArray(
          enrollment.leadId,
          leads.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(enrollment.leadId, desc(enrollment.enteredAt));
  return new Map(rows.map(({ lead, state, enteredAt }) => [lead, { open: state !== 'ended', enteredAt }]));
}

function refusalOf({
  lead,
  last,
  door,
  now,
}: {
  lead: Asking;
  last: LastEntry | undefined;
  door: Door;
  now: Instant;
}): Refusal | undefined {
  if (lead.deleted) return 'deleted';
  if (last === undefined) return undefined;
  if (last.open) return 'already-in';
  return mayReenter({ plan: door.version.plan, lastEntry: last.enteredAt, now }) ? undefined : 'came-before';
}
