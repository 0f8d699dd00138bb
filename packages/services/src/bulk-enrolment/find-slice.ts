import type { BulkEnrolmentRow } from '@sodate/database/schema/bulk-enrolment';
import { asId, type LeadId } from '@sodate/journey/id';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { leadFilterInput, leadFilterSql } from '../lead/lead-filter.ts';

/** Leads that enter in one transaction at the most: their locks are held that long. */
export const leadsASlice = 500;
/** Leads that one turn looks through at the most, so that a filter that fits few costs no long statement. */
const leadsAWindow = 20_000;
const firstId = asId<'lead'>('00000000-0000-0000-0000-000000000000');

export interface SliceOfLeads {
  readonly leads: readonly LeadId[];
  /** Every lead up to here has been gone over once these have. */
  readonly upTo: LeadId;
}

/** The next leads of the filter beyond the cursor, by id; unlocked. */
export async function findSlice({
  context,
  job,
}: {
  context: Context;
  job: Pick<BulkEnrolmentRow, 'filter' | 'afterLead'> & { readonly lastLead: LeadId };
}): Promise<SliceOfLeads> {
  const after = job.afterLead ?? firstId;
  const [window] = await context.database.execute<{ end: string }>(sql`
    select id as "end" from lead where id > ${after}::uuid and id <= ${job.lastLead}::uuid
    order by id offset ${leadsAWindow - 1} limit 1`);
  const end = window === undefined ? job.lastLead : asId<'lead'>(window.end);
  const fits = await leadFilterSql({ context, filter: leadFilterInput.parse(job.filter) });
  const rows = await context.database.execute<{ id: string }>(sql`
    select l.id from lead l left join lead_score s on s.lead_id = l.id
    where l.id > ${after}::uuid and l.id <= ${end}::uuid and ${fits}
    order by l.id limit ${leadsASlice}`);
  const leads = rows.map(({ id }) => asId<'lead'>(id));
  return { leads, upTo: leads.length === leadsASlice ? (leads.at(-1) ?? end) : end };
}
