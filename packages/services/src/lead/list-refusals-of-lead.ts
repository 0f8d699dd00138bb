import { journey } from '@sodate/database/schema/journey';
import { type RefusalReason, refusal } from '@sodate/database/schema/refusal';
import type { JourneyId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import { desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { findLead } from './find-lead.ts';
import type { leadInput } from './get-lead.ts';

export interface RefusalOfLead {
  readonly journey: { readonly id: JourneyId; readonly name: string };
  readonly reason: RefusalReason;
  readonly count: number;
  readonly lastAt: Instant;
}

const most = 20;

/** The journeys whose triggers turned this lead away, the latest first; at most 20. */
export async function listRefusalsOfLead({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof leadInput>;
}): Promise<readonly RefusalOfLead[]> {
  const lead = await findLead({ context, lead: input.lead });
  return await context.database
    .select({
      journey: { id: journey.id, name: journey.name },
      reason: refusal.reason,
      count: refusal.count,
      lastAt: refusal.lastAt,
    })
    .from(refusal)
    .innerJoin(journey, eq(journey.id, refusal.journeyId))
    .where(eq(refusal.leadId, lead.id))
    .orderBy(desc(refusal.lastAt))
    .limit(most);
}
