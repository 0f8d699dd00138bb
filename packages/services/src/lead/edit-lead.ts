import { lead } from '@sodate/database/schema/lead';
import { user } from '@sodate/database/schema/user';
import type { LeadId, UserId } from '@sodate/journey/id';
import { stages } from '@sodate/journey/stage';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { checkOwnFields } from '../attribute/check-own-fields.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { invalid } from '../errors.ts';
import { appendEvents } from '../event/append-events.ts';
import { inTransaction } from '../transaction.ts';
import { changeAttribute } from './change-attribute.ts';
import { changeStage } from './change-stage.ts';
import { findLead } from './find-lead.ts';
import { cardOnly, findLeadReach } from './find-lead-reach.ts';
import { leadInput } from './get-lead.ts';
import { leadFieldsInput, normaliseLeadFields } from './lead-fields.ts';
import { moveToCompany } from './move-to-company.ts';
import { refuseTaken } from './refuse-taken.ts';

export const editLeadInput = leadInput.extend({
  fields: leadFieldsInput.default({}),
  /** The company's name; null: belongs to none. */
  company: z.string().max(200).nullable().optional(),
  /** Own fields of the company, by name. */
  companyOwn: leadFieldsInput.shape.own,
  owner: z
    .uuid()
    .transform((id) => id as UserId)
    .nullable()
    .optional(),
  stage: z.enum(stages).optional(),
});

export type EditLeadInput = z.output<typeof editLeadInput>;

/**
 * Changes what is known of a lead by hand. Each field that really changes is an event, so that journeys notice.
 * @throws RequestError where a value does not fit its field, or the address or id belongs to another lead; 'forbidden'
 *   where it is not this person's to change
 */
export async function editLead({ context, input }: { context: Context; input: EditLeadInput }): Promise<void> {
  const fields = normaliseLeadFields(input.fields);
  await inTransaction({ context }, async (inner) => {
    const row = await findLead({ context: inner, lead: input.lead });
    const reach = await findLeadReach({ context: inner, lead: row.id, owner: row.ownerId });
    if (reach === 'none' || (reach === 'card' && !isOnCard(input))) throw cardOnly();
    const own = await checkOwnFields({ context: inner, of: 'lead', values: input.fields.own ?? {} });
    await refuseTaken({ context: inner, lead: row.id, email: fields.email, userId: fields.userId });
    for (const [attribute, value] of Object.entries({ ...fields, ...own })) {
      await changeAttribute({ context: inner, lead: row.id, of: 'lead', attribute, value });
    }
    if (fields.email !== undefined && fields.email !== row.email) {
      await inner.database.update(lead).set({ bouncedAt: null }).where(eq(lead.id, row.id));
    }
    if (input.company !== undefined) await moveToCompany({ context: inner, lead: row.id, company: input.company });
    const ofCompany = await checkOwnFields({ context: inner, of: 'company', values: input.companyOwn ?? {} });
    for (const [attribute, value] of Object.entries(ofCompany)) {
      await changeAttribute({ context: inner, lead: row.id, of: 'company', attribute, value });
    }
    if (input.owner !== undefined) await changeOwner({ context: inner, lead: row.id, owner: input.owner });
    if (input.stage !== undefined) await changeStage({ context: inner, lead: row.id, stage: input.stage });
    const { lead: _lead, fields: _fields, ...rest } = input;
    const detail = { fields: Object.keys({ ...input.fields, ...rest }) };
    await writeAudit({ context: inner, line: { action: 'lead-edited', subject: 'lead', subjectId: row.id, detail } });
  });
}

const card: ReadonlySet<string> = new Set([
  'name',
  'nameKana',
  'email',
  'phone',
  'department',
  'title',
  'region',
  'address',
]);

function isOnCard({ lead: _, fields, ...rest }: EditLeadInput): boolean {
  return Object.keys(rest).length === 0 && Object.keys(fields).every((name) => card.has(name));
}

async function changeOwner({
  context,
  lead: id,
  owner,
}: {
  context: Context;
  lead: LeadId;
  owner: UserId | null;
}): Promise<void> {
  const row = await findLead({ context, lead: id });
  if (row.ownerId === owner) return;
  if (owner !== null) await refuseUnknownPerson({ context, owner });
  await context.database.update(lead).set({ ownerId: owner }).where(eq(lead.id, id));
  const properties = { of: 'lead', attribute: 'owner' };
  await appendEvents({ context, events: [{ lead: id, name: 'attribute-changed', properties }] });
}

async function refuseUnknownPerson({ context, owner }: { context: Context; owner: UserId }): Promise<void> {
  const [person] = await context.database
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.id, owner), eq(user.banned, false)));
  if (person !== undefined) return;
  throw invalid(
    { ja: 'この担当者はいません。ほかの人を選んでください。', en: 'This person is not here any more. Choose another.' },
    'owner',
  );
}
