import { handoff } from '@sodate/database/schema/handoff';
import { company, lead } from '@sodate/database/schema/lead';
import { user } from '@sodate/database/schema/user';
import type { HandoffId, LeadId } from '@sodate/journey/id';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { onlyOwnerFor } from '../handoff/handoff-access.ts';
import { type NextContact, toNextContact, workedStates } from '../handoff/next-contact.ts';
import { notedSql } from '../handoff/noted-sql.ts';
import { ofRealLeads } from '../lead/of-real-leads.ts';
import { seesPersonalData } from '../lead/sees-personal-data.ts';
import { readZone } from '../organisation/read-zone.ts';

const most = 5;

export interface DueContact {
  readonly id: HandoffId;
  readonly lead: { readonly id: LeadId; readonly name: string; readonly company: string | null };
  readonly owner: string | null;
  /** There is a note for its reader that they have not read. */
  readonly noted: boolean;
  readonly nextContact: NextContact;
}

export interface DueContacts {
  /** The longest due first; there may be more. */
  readonly rows: readonly DueContact[];
  readonly more: boolean;
  /** The soonest that is planned for a later day, where nobody is to be contacted today. */
  readonly later: NextContact | null;
}

/** Whom sales meant to contact today, or before: one's own for a rep, all for everyone else. Test leads are left out. */
export async function readDueContacts({ context }: { context: Context }): Promise<DueContacts> {
  const own = onlyOwnerFor(context.actor);
  const rows = await context.database
    .select({
      id: handoff.id,
      lead: lead.id,
      name: lead.name,
      company: company.name,
      owner: user.name,
      noted: notedSql({ actor: context.actor, of: { id: handoff.id, lead: handoff.leadId } }),
      at: handoff.nextContactAt,
      timed: handoff.nextContactTimed,
      note: handoff.nextContactNote,
    })
    .from(handoff)
    .innerJoin(lead, eq(lead.id, handoff.leadId))
    .leftJoin(company, eq(company.id, lead.companyId))
    .leftJoin(user, eq(user.id, handoff.ownerId))
    .where(
      and(
        inArray(handoff.state, [...workedStates]),
        ofRealLeads(handoff),
        own === undefined ? undefined : eq(handoff.ownerId, own),
      ),
    )
    .orderBy(asc(handoff.workAt), asc(handoff.id))
    .limit(most + 1);
  const zone = await readZone({ context });
  const personal = seesPersonalData(context.actor);
  const planned = rows.flatMap(({ id, lead: of, name, company: companyName, owner, noted, ...stored }) => {
    const worded = { ...stored, note: personal ? stored.note : null };
    const nextContact = toNextContact({ stored: worded, now: context.clock.now(), zone });
    if (nextContact === null) return [];
    return [{ id, lead: { id: of, name: personal ? name : '', company: companyName }, owner, noted, nextContact }];
  });
  const due = planned.filter(({ nextContact }) => nextContact.standing !== 'later');
  const later = due.length > 0 ? undefined : planned[0]?.nextContact;
  return { rows: due.slice(0, most), more: due.length > most, later: later ?? null };
}
