import { type EffectRow, effect, enrollment } from '@sodate/database/schema/enrollment';
import { journey, version } from '@sodate/database/schema/journey';
import { consent, type LeadRow, lead } from '@sodate/database/schema/lead';
import { type OrganisationRow, organisation } from '@sodate/database/schema/organisation';
import { emptyGraph } from '@sodate/journey/graph/graph';
import { asId, type LeadId, type MailId } from '@sodate/journey/id';
import { asInstant } from '@sodate/journey/time/instant';
import type { Context } from '../context.ts';
import { createMail } from './create-mail.ts';
import { pinMails } from './pin-mails.ts';

/** What tests of sending need around them: an organisation, a journey that sends one mail, a lead in it. */
export interface MailWorld {
  readonly mail: MailId;
  readonly lead: LeadId;
  readonly effect: EffectRow;
}

export const senderNode = asId<'node'>('n_mail');

export async function makeOrganisation({
  context,
  ...given
}: { context: Context } & Partial<OrganisationRow>): Promise<void> {
  await context.database.insert(organisation).values({
    name: 'あおば倉庫',
    sender: { name: 'あおば倉庫', email: 'hello@aoba.example', postalAddress: '東京都中央区1-2-3' },
    ...given,
  });
}

/** A lead with an address and consent to marketing, unless told otherwise. */
export async function makeLead({
  context,
  consented = true,
  ...given
}: { context: Context; consented?: boolean | null } & Partial<LeadRow>): Promise<LeadId> {
  const [row] = await context.database
    .insert(lead)
    .values({ name: '坂井 真理子', email: 'sakai@hoshikawa.example', ...given })
    .returning({ id: lead.id });
  if (row === undefined) throw new Error('no lead');
  if (consented !== null) {
    const values = { leadId: row.id, topic: 'marketing', given: consented, wording: '', source: 'test' };
    await context.database.insert(consent).values(values);
  }
  return row.id;
}

/** A published journey that sends the mail, and an effect of it that waits. */
export async function makeEffect({
  context,
  mail,
  lead: leadId,
  test = false,
}: {
  context: Context;
  mail: MailId;
  lead: LeadId;
  test?: boolean;
}): Promise<EffectRow> {
  const { database } = context;
  const node = { id: senderNode, type: 'send-mail', revision: 1, position: { x: 0, y: 0 }, config: { mail } };
  const graph = { ...emptyGraph, nodes: { [senderNode]: node } };
  const [drawn] = await database
    .insert(journey)
    .values({ name: '資料請求', draft: graph })
    .returning({ id: journey.id });
  if (drawn === undefined) throw new Error('no journey');
  const mails = await pinMails({ context, graph });
  const plan = { format: 1, zone: 'Asia/Tokyo', ops: {}, entries: [], conditions: {}, exits: [], goals: [] } as const;
  const [published] = await database
    .insert(version)
    .values({
      journeyId: drawn.id,
      number: 1,
      graph,
      plan: { ...plan, reentry: { kind: 'never' }, visitLimit: 20 },
      hash: 'x',
      mails,
    })
    .returning({ id: version.id });
  if (published === undefined) throw new Error('no version');
  const op = asId<'op'>(senderNode);
  const now = asInstant(Date.now());
  const passage = { journeyId: drawn.id, leadId, versionId: published.id, op, node: senderNode, visit: 1, test };
  const [entered] = await database
    .insert(enrollment)
    .values({
      ...passage,
      state: 'acting',
      arrivedAt: now,
      arrivedEvent: 0,
      hop: 0,
      rest: 0,
      triggerNode: senderNode,
      enteredAt: now,
    })
    .returning({ id: enrollment.id });
  if (entered === undefined) throw new Error('no enrollment');
  const [row] = await database
    .insert(effect)
    .values({
      key: `enrollment/${entered.id}/${op}/1`,
      enrollmentId: entered.id,
      journeyId: drawn.id,
      leadId,
      node: senderNode,
      op,
      channel: 'mail',
      kind: 'send-mail',
      config: { mail },
      state: 'waiting',
    })
    .returning();
  if (row === undefined) throw new Error('no effect');
  return row;
}

export async function makeWorld({
  context,
  kind = 'marketing',
  body,
  subject = '{{ lead.name }} 様へ',
}: {
  context: Context;
  kind?: 'reply' | 'marketing';
  body?: string;
  subject?: string;
}): Promise<MailWorld> {
  await makeOrganisation({ context });
  const input = { name: 'お礼', kind, subject, ...(body === undefined ? {} : { body }) };
  const mail = await createMail({ context, input });
  const leadId = await makeLead({ context });
  return { mail: mail.id, lead: leadId, effect: await makeEffect({ context, mail: mail.id, lead: leadId }) };
}
