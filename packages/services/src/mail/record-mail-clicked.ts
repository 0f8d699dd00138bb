import { event } from '@sodate/database/schema/event';
import type { SentMailId } from '@sodate/database/schema/mail';
import { asInstant, formatInstant, type Instant } from '@sodate/journey/time/instant';
import { and, eq, gt, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { lockLeads } from '../event/lock-leads.ts';
import { pageOfUrl } from '../event/page-of-url.ts';
import { storeEvents } from '../event/store-events.ts';
import { outdateScores } from '../score/outdate-scores.ts';
import { inTransaction } from '../transaction.ts';
import type { MailLink } from './find-mail-link.ts';
import { mailEvent } from './mail-event.ts';

/** Nobody follows two different links of a mail within this: a scanner does. */
const burstMs = 2_000;
/** How long a scanner, once known, may go on with further links. */
const scanMs = 60_000;

/**
 * Stores that a link was followed; the same link within a minute counts once. Two different links in a breath are a
 * scanner's doing: the second is not stored, and the first is taken back.
 */
export async function recordMailClicked({
  context,
  link,
  target,
}: {
  context: Context;
  link: MailLink;
  target: string;
}): Promise<'counted' | 'scanner'> {
  return inTransaction({ context }, async (inner) => {
    const leads = await lockLeads({ context: inner, leads: [link.mail.leadId] });
    const now = inner.clock.now();
    const number = link.token.link;
    if (await takeBackBurst({ context: inner, mail: link.mail.id, number, now })) {
      await outdateScores({ context: inner, leads: leads.map(({ id }) => id) });
      return 'scanner';
    }
    const minute = formatInstant(now).slice(0, 16);
    const clicked = mailEvent({
      mail: link.mail,
      name: 'mail-clicked',
      messageId: `mail-clicked/${link.mail.id}/${number}/${minute}`,
    });
    const thing = pageOfUrl({ kind: 'link', url: target });
    const properties = { link: number };
    await storeEvents({
      context: inner,
      events: [{ ...clicked, properties, ...(thing === undefined ? {} : { thing }) }],
    });
    return 'counted';
  });
}

async function takeBackBurst({
  context,
  mail,
  number,
  now,
}: {
  context: Context;
  mail: SentMailId;
  number: number;
  now: Instant;
}): Promise<boolean> {
  const recent = and(
    eq(event.name, 'mail-clicked'),
    gt(event.storedAt, asInstant(now - scanMs)),
    or(gt(event.storedAt, asInstant(now - burstMs)), isNotNull(event.retractedAt)),
    eq(event.sentMailId, mail),
    ne(sql`${event.properties} -> 'link'`, sql`to_jsonb(${number}::int)`),
  );
  const found = await context.database.select({ id: event.id }).from(event).where(recent).limit(1);
  if (found.length === 0) return false;
  await context.database
    .update(event)
    .set({ retractedAt: now })
    .where(and(recent, isNull(event.retractedAt)));
  return true;
}
