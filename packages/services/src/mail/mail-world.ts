import { type EffectRow, effect, enrollment } from '@sodate/database/schema/enrollment';
import { journey, type VersionRow, version } from '@sodate/database/schema/journey';
import { consent, type LeadRow, lead } from '@sodate/database/schema/lead';
import { type OrganisationRow, organisation } from '@sodate/database/schema/organisation';
import type { Plan } from '@sodate/journey/compile/plan';
import { emptyGraph } from '@sodate/journey/graph/graph';
import { asId, type LeadId, type MailId } from '@sodate/journey/id';
import { asInstant } from '@sodate/journey/time/instant';
import type { Context } from '../context.ts';
import { createMail } from './create-mail.ts';
import { pinMails } from './pin-mails.ts';
import { mailBody } from './start-body.ts';

/** The body of a mail that is ready to be sent: a new one is not, until its button leads somewhere. */
export const writtenBody = mailBody({
  language: 'ja',
  content: `
<mj-text>
  {{ lead.company }}<br />
  {{ lead.name | default: "ご担当者" }} 様
</mj-text>
<mj-text>
  お申し込みありがとうございます。
</mj-text>
<mj-button href="https://example.com/">くわしく見る</mj-button>`,
});

/** What tests of sending need around them: an organisation, a journey that sends one mail, a lead in it. */
export interface MailWorld {
  readonly mail: MailId;
  readonly lead: LeadId;
  readonly effect: EffectRow;
}

const senderNode = asId<'node'>('n_mail');
const senderOp = asId<'op'>('n_mail');

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

/** A published journey whose one node sends the mail. */
async function makeVersion({ context, mail }: { context: Context; mail: MailId }): Promise<VersionRow> {
  const { database } = context;
  const config = { mail };
  const node = { id: senderNode, type: 'send-mail', revision: 1, position: { x: 0, y: 0 }, config };
  const graph = { ...emptyGraph, nodes: { [senderNode]: node } };
  const [drawn] = await database
    .insert(journey)
    .values({ name: '資料請求', draft: graph })
    .returning({ id: journey.id });
  if (drawn === undefined) throw new Error('no journey');
  const plan: Plan = {
    format: 1,
    zone: 'Asia/Tokyo',
    ops: {
      [senderOp]: {
        id: senderOp,
        kind: 'act',
        node: senderNode,
        next: {},
        asks: [],
        onCycle: false,
        calendars: [],
        leadZone: false,
        effect: 'send-mail',
        config,
        external: { channel: 'mail', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 3 },
      },
    },
    entries: [],
    conditions: {},
    exits: [],
    goals: [],
    reentry: { kind: 'never' },
    visitLimit: 20,
  };
  const mails = await pinMails({ context, graph });
  const [row] = await database
    .insert(version)
    .values({ journeyId: drawn.id, number: 1, graph, plan, hash: 'x', mails })
    .returning();
  if (row === undefined) throw new Error('no version');
  return row;
}

/** A lead waiting at the sending node of a journey of its own, and the effect that waits there. */
export async function makeEffect({
  context,
  mail,
  lead: leadId,
}: {
  context: Context;
  mail: MailId;
  lead: LeadId;
}): Promise<EffectRow> {
  const { database } = context;
  const { id: versionId, journeyId } = await makeVersion({ context, mail });
  const now = asInstant(Date.now());
  const place = { op: senderOp, node: senderNode };
  const clock = { arrivedAt: now, enteredAt: now, arrivedEvent: 0 };
  const [entered] = await database
    .insert(enrollment)
    .values({
      ...place,
      ...clock,
      journeyId,
      leadId,
      versionId,
      visit: 1,
      state: 'acting',
      hop: 0,
      rest: 0,
      triggerNode: senderNode,
    })
    .returning({ id: enrollment.id });
  if (entered === undefined) throw new Error('no enrollment');
  const key = `enrollment/${entered.id}/${senderOp}/1`;
  const [row] = await database
    .insert(effect)
    .values({
      ...place,
      key,
      enrollmentId: entered.id,
      journeyId,
      leadId,
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
  body = writtenBody,
  subject = '{{ lead.name }} 様へ',
}: {
  context: Context;
  kind?: 'reply' | 'marketing';
  body?: string;
  subject?: string;
}): Promise<MailWorld> {
  await makeOrganisation({ context });
  const mail = await createMail({ context, input: { name: 'お礼', kind, subject, body } });
  const leadId = await makeLead({ context });
  return { mail: mail.id, lead: leadId, effect: await makeEffect({ context, mail: mail.id, lead: leadId }) };
}
