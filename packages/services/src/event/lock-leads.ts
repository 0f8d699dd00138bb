import { lead } from '@sodate/database/schema/lead';
import { statementOfIds } from '@sodate/database/statement';
import type { LeadId } from '@sodate/journey/id';
import { asc } from 'drizzle-orm';
import type { Context } from '../context.ts';

export interface LockedLead {
  readonly id: LeadId;
  readonly lastEvent: number;
  readonly test: boolean;
  readonly zone: string | null;
  readonly deleted: boolean;
}

const mostMerges = 10;

/**
 * Locks leads by id, in order; a merged lead stands for the one that stayed. Erased and unknown ones are left out.
 * `asked` maps each id asked for to the lead that stands for it.
 */
export async function lockLeads({
  context,
  leads,
}: {
  context: Context;
  leads: readonly LeadId[];
}): Promise<(LockedLead & { asked: readonly LeadId[] })[]> {
  let wanted = new Map([...new Set(leads)].map((id) => [id, [id]]));
  for (let round = 0; round < mostMerges; round++) {
    const rows = await lockRows({ database: context.database, ids: [...wanted.keys()] });
    if (rows.every((row) => row.mergedInto === null)) {
      return rows
        .filter((row) => row.erasedAt === null)
        .map(({ id, lastEvent, test, zone, deletedAt }) => ({
          id,
          lastEvent,
          test,
          zone,
          deleted: deletedAt !== null,
          asked: wanted.get(id) ?? [id],
        }));
    }
    const next = new Map<LeadId, LeadId[]>();
    for (const row of rows) {
      const standsFor = row.mergedInto ?? row.id;
      next.set(standsFor, [...(next.get(standsFor) ?? []), ...(wanted.get(row.id) ?? [])]);
    }
    wanted = next;
  }
  throw new Error('a chain of merged leads has no end');
}

const lockRows = statementOfIds<LeadId>()((database, isAmong) =>
  database
    .select({
      id: lead.id,
      lastEvent: lead.lastEventId,
      test: lead.test,
      zone: lead.zone,
      mergedInto: lead.mergedInto,
      deletedAt: lead.deletedAt,
      erasedAt: lead.erasedAt,
    })
    .from(lead)
    .where(isAmong(lead.id))
    .orderBy(asc(lead.id))
    .for('no key update'),
);
