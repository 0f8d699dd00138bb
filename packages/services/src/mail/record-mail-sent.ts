import type { EffectRow } from '@sodate/database/schema/enrollment';
import { type SentMailRow, sentMail } from '@sodate/database/schema/mail';
import { statement } from '@sodate/database/statement';
import type { Instant } from '@sodate/journey/time/instant';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { storeEvents } from '../event/store-events.ts';
import { mailEvent } from './mail-event.ts';

/** Stores that an effect's mail was sent, as an event of its lead. In the recording transaction; a repeat is harmless. */
export async function recordMailSent({
  context,
  effect,
  now,
}: {
  context: Context;
  effect: EffectRow;
  now: Instant;
}): Promise<void> {
  const [mail] = await stampSent({ database: context.database, values: { effectKey: effect.key, sentAt: now } });
  if (mail === undefined) return;
  const sent = mailEvent({ mail, name: 'mail-sent', messageId: `mail-sent/${effect.key}` });
  await storeEvents({ context, events: [sent] });
}

const stampSent = statement<Pick<SentMailRow, 'effectKey' | 'sentAt'>>()((database, place) =>
  database
    .update(sentMail)
    .set({ sentAt: place('sentAt', sentMail.sentAt) })
    .where(eq(sentMail.effectKey, place('effectKey', sentMail.effectKey)))
    .returning({
      id: sentMail.id,
      leadId: sentMail.leadId,
      mailId: sentMail.mailId,
      journeyId: sentMail.journeyId,
      enrollmentId: sentMail.enrollmentId,
      node: sentMail.node,
      visit: sentMail.visit,
    }),
);
