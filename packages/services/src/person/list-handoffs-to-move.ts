import { handoff } from '@sodate/database/schema/handoff';
import { company, lead } from '@sodate/database/schema/lead';
import type { HandoffId, LeadId } from '@sodate/journey/id';
import { asc, eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { seesPersonalData } from '../lead/sees-personal-data.ts';
import { statesToMove, toMoveSql } from './handoffs-to-move.ts';
import { readCalls } from './may-take-over.ts';
import type { HandoffsToMoveInput } from './person-input.ts';

/** So many lines leave the dialog in sight. */
const named = 5;

export interface ListedToMove {
  readonly count: number;
  /** The first few: those that nobody has answered first, the overdue before the others. */
  readonly handoffs: readonly {
    readonly id: HandoffId;
    readonly lead: {
      readonly id: LeadId;
      readonly name: string;
      readonly email: string | null;
      readonly company: string | null;
    };
    readonly overdue: boolean;
  }[];
}

/** Which of somebody's hand-offs `moveHandoffs` would give on. */
export async function listHandoffsToMove({
  context,
  input,
}: {
  context: Context;
  input: HandoffsToMoveInput;
}): Promise<ListedToMove> {
  const calls = await readCalls({ context, input });
  const states = statesToMove({ working: input.working });
  const isOpen = sql<boolean>`${handoff.state} = 'open'`;
  const rows = await context.database
    .select({
      id: handoff.id,
      dueAt: handoff.dueAt,
      isOpen,
      lead: { id: lead.id, name: lead.name, email: lead.email },
      company: company.name,
      count: sql<number>`count(*) over ()::int`,
    })
    .from(handoff)
    .innerJoin(lead, eq(lead.id, handoff.leadId))
    .leftJoin(company, eq(company.id, lead.companyId))
    .where(toMoveSql({ person: input.id, states, calls }))
    .orderBy(sql`${isOpen} desc`, asc(handoff.dueAt), asc(handoff.id))
    .limit(named);
  const personal = seesPersonalData(context.actor);
  const now = context.clock.now();
  return {
    count: rows[0]?.count ?? 0,
    handoffs: rows.map((row) => ({
      id: row.id,
      lead: { ...row.lead, ...(personal ? {} : { name: '', email: null }), company: row.company },
      overdue: row.isOpen && row.dueAt < now,
    })),
  };
}
