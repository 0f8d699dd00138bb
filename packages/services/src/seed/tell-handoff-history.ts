import { eventIds } from '@sodate/database/schema/event';
import type { HandoffRow } from '@sodate/database/schema/handoff';
import { visitor } from '@sodate/database/schema/lead';
import type { EventName } from '@sodate/journey/event/event';
import type { LeadId } from '@sodate/journey/id';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { insertEvent } from '../event/insert-event.ts';
import type { DatedHandoff, DatedStep } from './date-handoff.ts';
import { stageAfter } from './handoff-course.ts';

/** What the lead's own history tells of it. */
export async function tellHandoffHistory({
  context,
  dated: { steps },
  lead: leadId,
  row,
}: {
  context: Context;
  dated: DatedHandoff;
  lead: LeadId;
  row: HandoffRow;
}): Promise<void> {
  const [own] = await context.database
    .select({ id: visitor.id })
    .from(visitor)
    .where(and(eq(visitor.leadId, leadId), isNull(visitor.anonymousId)));
  if (!own) throw new Error(`lead ${leadId} has no visitor row of its own`);
  for (const [index, step] of steps.entries()) {
    const [from, to] = [stageAfter(steps.slice(0, index)), stageAfter(steps.slice(0, index + 1))];
    const moved = { name: 'stage-changed' as const, outcome: to, properties: { from, to } };
    for (const one of [...(from === to ? [] : [moved]), ...eventsOf(step)]) {
      await insertEvent({
        context,
        one: { ...one, lead: leadId, handoff: row.id },
        id: await nextEventId(context),
        now: step.at,
        occurredAt: step.at,
        visitor: own.id,
        thing: null,
        owner: leadId,
        isOwnAct: false,
      });
    }
  }
}

function eventsOf(step: DatedStep): readonly { readonly name: EventName; readonly outcome?: string }[] {
  switch (step.kind) {
    case 'created':
    case 'accepted':
    case 'overdue':
      return [{ name: `handoff-${step.kind}` }];
    case 'rejected':
      return [{ name: 'handoff-rejected', outcome: step.reason }];
    case 'met':
    case 'opportunity':
    case 'won':
    case 'lost':
      return [{ name: 'handoff-closed', outcome: step.kind }];
    default:
      return [];
  }
}

async function nextEventId({ database }: Context): Promise<number> {
  const [row] = await database.execute<{ id: number }>(sql`select nextval(${eventIds.seqName})::float as id`);
  if (!row) throw new Error('no event id was taken');
  return row.id;
}
