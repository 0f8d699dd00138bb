import type { NotSentReason } from '@sodate/database/schema/enrollment';
import { type LeadRow, lead as leads } from '@sodate/database/schema/lead';
import { mail } from '@sodate/database/schema/mail';
import type { Plan } from '@sodate/journey/compile/plan';
import { asId, isUuid, type MailId, type NodeId } from '@sodate/journey/id';
import { eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { judgePermission } from '../mail/judge-permission.ts';
import { lastConsentSql, standingSql } from '../mail/standing-sql.ts';

/** The nodes whose mails this lead would not get as things stand, and why: no address that takes mail, no consent to the topic. */
export async function findUnmailable({
  context: { database },
  plan,
  lead,
}: {
  context: Context;
  plan: Plan;
  lead: Pick<LeadRow, 'id'>;
}): Promise<ReadonlyMap<NodeId, NotSentReason>> {
  const sends = Object.values(plan.ops).flatMap((op) =>
    op.kind === 'act' && op.external?.channel === 'mail' ? [{ node: op.node, mail: op.config.mail }] : [],
  );
  if (sends.length === 0) return new Map();
  const [found] = await database
    .select({ standing: standingSql({ lead: sql`${leads}` }) })
    .from(leads)
    .where(eq(leads.id, lead.id));
  if (found === undefined) return new Map(sends.map(({ node }) => [node, 'lead-erased']));
  const ids = sends.flatMap(({ mail: id }): MailId[] =>
    typeof id === 'string' && isUuid(id) ? [asId<'mail'>(id)] : [],
  );
  const consent = lastConsentSql({ lead: sql`${leads}`, topic: sql`${mail.topic}` });
  const mails = await database
    .select({ id: mail.id, kind: mail.kind, consent })
    .from(mail)
    .innerJoin(leads, eq(leads.id, lead.id))
    .where(inArray(mail.id, ids));
  const reasonOf = (id: unknown): NotSentReason | undefined => {
    // Of one that is not chosen yet, the address alone decides.
    const { kind = 'reply', consent: word = null } = mails.find((one) => one.id === id) ?? {};
    return judgePermission({ standing: found.standing, kind, consent: word });
  };
  return new Map(
    sends.flatMap(({ node, mail: id }) => {
      const reason = reasonOf(id);
      return reason === undefined ? [] : [[node, reason] as const];
    }),
  );
}
