import { company, consent, lead } from '@sodate/database/schema/lead';
import type { ImportVerdict, LeadImportRow } from '@sodate/database/schema/lead-import';
import type { LeadId } from '@sodate/journey/id';
import { and, desc, eq } from 'drizzle-orm';
import { giveConsent, withdrawConsent } from '../consent/give-consent.ts';
import type { Context } from '../context.ts';
import { RequestError } from '../errors.ts';
import { createLead } from '../lead/create-lead.ts';
import { editLead } from '../lead/edit-lead.ts';
import { leadFieldsInput } from '../lead/lead-fields.ts';
import { type CheckedRow, checkRow, type readOwnDefinitions } from './check-row.ts';

type Taken = Extract<ImportVerdict, 'created' | 'updated' | 'skipped'>;

/** Makes or changes the lead of one row, in the caller's transaction. @throws RequestError where the row does not fit. */
export async function takeInRow({
  context,
  running,
  cells,
  definitions,
}: {
  context: Context;
  running: LeadImportRow;
  cells: readonly string[];
  definitions: Awaited<ReturnType<typeof readOwnDefinitions>>;
}): Promise<Taken> {
  const row = checkRow({ columns: running.fields, cells, definitions });
  const [problem] = row.problems;
  if (problem !== undefined) throw new RequestError({ kind: 'invalid', text: problem });
  const known = await findByAddress({ context, email: row.fields.email });
  if (known === undefined) {
    const fields = leadFieldsInput.parse({ ...row.fields, own: row.own });
    const made = await createLead({ context, input: { fields, company: row.company }, origin: 'import' });
    await addConsent({ context, lead: made.lead, running, row });
    return 'created';
  }
  if (running.existing === 'skip') return 'skipped';
  await changeKnown({ context, known, row, running });
  await addConsent({ context, lead: known.lead.id, running, row });
  return 'updated';
}

type Known = Awaited<ReturnType<typeof findByAddress>>;

async function findByAddress({ context, email }: { context: Context; email: string | undefined }) {
  if (email === undefined) return undefined;
  const [found] = await context.database
    .select({ lead, company: company.name })
    .from(lead)
    .leftJoin(company, eq(company.id, lead.companyId))
    .where(eq(lead.email, email));
  return found;
}

/** 'fill' leaves what is known as it is. */
async function changeKnown({
  context,
  known,
  row,
  running,
}: {
  context: Context;
  known: NonNullable<Known>;
  row: CheckedRow;
  running: LeadImportRow;
}): Promise<void> {
  const takes = (now: unknown) => running.existing === 'overwrite' || now === null || now === undefined || now === '';
  const kept = ({ values, now }: { values: CheckedRow['own']; now: Readonly<Record<string, unknown>> }) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => takes(now[name])));
  const fields = leadFieldsInput.parse({
    ...kept({ values: row.fields, now: known.lead }),
    own: kept({ values: row.own, now: known.lead.attributes }),
  });
  const moves = row.company !== null && takes(known.company);
  await editLead({ context, input: { lead: known.lead.id, fields, ...(moves ? { company: row.company } : {}) } });
}

/**
 * The newest word stands: a lead who has withdrawn is never signed up again by a file. Where a column tells of consent,
 * who says no in it is not mailed, and of who says nothing nothing is recorded.
 */
async function addConsent({
  context,
  lead: id,
  running,
  row,
}: {
  context: Context;
  lead: LeadId;
  running: LeadImportRow;
  row: CheckedRow;
}): Promise<void> {
  const agrees = running.fields.includes('consent') ? row.agrees : true;
  if (running.consent === null || agrees === null) return;
  const [newest] = await context.database
    .select({ given: consent.given })
    .from(consent)
    .where(and(eq(consent.leadId, id), eq(consent.topic, running.consent.topic)))
    .orderBy(desc(consent.id))
    .limit(1);
  if (agrees && newest === undefined) await giveConsent({ context, lead: id, given: running.consent });
  // The words were agreed to by others: whoever declines is not quoted with them.
  if (!agrees && newest?.given !== false)
    await withdrawConsent({ context, lead: id, withdrawn: { ...running.consent, wording: '' } });
}
