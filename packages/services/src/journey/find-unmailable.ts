import { consent, type LeadRow, suppression } from '@sodate/database/schema/lead';
import { mail } from '@sodate/database/schema/mail';
import type { Plan } from '@sodate/journey/compile/plan';
import { asId, isUuid, type MailId, type NodeId } from '@sodate/journey/id';
import { desc, eq, inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** The nodes whose mails this lead would not get, as things stand: no address that takes mail, or no consent to the topic. */
export async function findUnmailable({
  context: { database },
  plan,
  lead,
}: {
  context: Context;
  plan: Plan;
  lead: LeadRow;
}): Promise<readonly NodeId[]> {
  const sends = Object.values(plan.ops).flatMap((op) =>
    op.kind === 'act' && op.external?.channel === 'mail' ? [{ node: op.node, mail: op.config.mail }] : [],
  );
  if (sends.length === 0) return [];
  if (lead.email === null || lead.bouncedAt !== null) return sends.map(({ node }) => node);
  const [barred] = await database.select().from(suppression).where(eq(suppression.email, lead.email)).limit(1);
  if (barred !== undefined) return sends.map(({ node }) => node);
  const ids = sends.flatMap(({ mail: id }): MailId[] =>
    typeof id === 'string' && isUuid(id) ? [asId<'mail'>(id)] : [],
  );
  const mails = await database.select().from(mail).where(inArray(mail.id, ids));
  const given = await database
    .selectDistinctOn([consent.topic], { topic: consent.topic, given: consent.given })
    .from(consent)
    .where(eq(consent.leadId, lead.id))
    .orderBy(consent.topic, desc(consent.id));
  const agreed = new Set(given.filter((one) => one.given).map(({ topic }) => topic));
  const refused = new Set<unknown>(
    mails.filter(({ kind, topic }) => kind === 'marketing' && !agreed.has(topic)).map(({ id }) => id),
  );
  return sends.filter((send) => refused.has(send.mail)).map(({ node }) => node);
}
