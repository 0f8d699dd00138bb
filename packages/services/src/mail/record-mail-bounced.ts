import type { EffectRow } from '@sodate/database/schema/enrollment';
import { lead } from '@sodate/database/schema/lead';
import { sentMail } from '@sodate/database/schema/mail';
import type { Instant } from '@sodate/journey/time/instant';
import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { storeEvents } from '../event/store-events.ts';
import { mailEvent } from './mail-event.ts';

/**
 * Marks the address that an effect's mail went to as one that takes no mail, and stores it as an event of the lead.
 * In the recording transaction, under the lead's lock; an address that was changed meanwhile is left alone.
 */
export async function recordMailBounced({
  context,
  effect,
  now,
}: {
  context: Context;
  effect: EffectRow;
  now: Instant;
}): Promise<void> {
  const [mail] = await context.database.select().from(sentMail).where(eq(sentMail.effectKey, effect.key));
  if (mail === undefined || mail.address === null) return;
  const marked = await context.database
    .update(lead)
    .set({ bouncedAt: now })
    .where(and(eq(lead.id, mail.leadId), eq(lead.email, mail.address), isNull(lead.bouncedAt)))
    .returning({ id: lead.id });
  if (marked.length === 0) return;
  await storeEvents({
    context,
    events: [mailEvent({ mail, name: 'mail-bounced', messageId: `mail-bounced/${effect.key}/${mail.address}` })],
  });
}
