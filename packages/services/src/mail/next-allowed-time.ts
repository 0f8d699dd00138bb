import { effect } from '@sodate/database/schema/enrollment';
import { sentMail } from '@sodate/database/schema/mail';
import type { LeadId } from '@sodate/journey/id';
import { asInstant, formatInstant, type Instant, plus } from '@sodate/journey/time/instant';
import { isZone } from '@sodate/journey/time/zone-clock';
import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { nextQuietEnd } from './next-quiet-end.ts';
import type { SendingFacts } from './sending-facts.ts';

const week = 7 * 24 * 60 * 60 * 1_000;

/**
 * When a marketing mail may go out at the earliest, by quiet hours and the weekly cap; undefined: now. Test leads and
 * replies never wait. It is asked again at that time, so each rule is judged by itself.
 */
export async function findNextAllowedTime({
  context,
  facts: { lead, organisation, version },
  effectKey,
  now,
}: {
  context: Context;
  facts: Pick<SendingFacts, 'lead' | 'organisation'> & { readonly version: Pick<SendingFacts['version'], 'kind'> };
  effectKey: string;
  now: Instant;
}): Promise<Instant | undefined> {
  if (version.kind === 'reply' || lead.test) return undefined;
  const { mailsPerWeek, quietHours } = organisation;
  if (quietHours !== null) {
    const zone = lead.zone !== null && isZone(lead.zone) ? lead.zone : organisation.zone;
    const end = nextQuietEnd({ quietHours, zone, now });
    if (end !== undefined) return end;
  }
  return mailsPerWeek === null ? undefined : findCapEnd({ context, lead: lead.id, cap: mailsPerWeek, effectKey, now });
}

/** When the cap lets one more mail through: as the cap-th newest of the mails that count turns a week old. */
async function findCapEnd({
  context,
  lead,
  cap,
  effectKey,
  now,
}: {
  context: Context;
  lead: LeadId;
  cap: number;
  effectKey: string;
  now: Instant;
}): Promise<Instant | undefined> {
  if (cap <= 0) return plus(now, week);
  const counted = await context.database
    .select({ at: sentMail.createdAt })
    .from(sentMail)
    .innerJoin(effect, eq(effect.key, sentMail.effectKey))
    .where(
      and(
        eq(sentMail.leadId, lead),
        ne(sentMail.effectKey, effectKey),
        inArray(effect.state, ['sent', 'claimed', 'ambiguous']),
        sql`${sentMail.createdAt} > ${formatInstant(asInstant(now - week))}::timestamptz`,
      ),
    )
    .orderBy(desc(sentMail.createdAt))
    .limit(cap);
  const oldest = counted[cap - 1];
  return oldest === undefined ? undefined : plus(oldest.at, week);
}
