import type { EffectRow } from '@sodate/database/schema/enrollment';
import { sentMail } from '@sodate/database/schema/mail';
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
  const [mail] = await context.database
    .update(sentMail)
    .set({ sentAt: now })
    .where(eq(sentMail.effectKey, effect.key))
    .returning();
  if (mail === undefined) return;
  const sent = mailEvent({ mail, name: 'mail-sent', messageId: `mail-sent/${effect.key}` });
  await storeEvents({ context, events: [sent] });
}
