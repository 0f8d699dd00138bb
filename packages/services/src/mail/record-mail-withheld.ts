import type { EffectRow, NotSentReason } from '@sodate/database/schema/enrollment';
import type { Context } from '../context.ts';
import { appendEvents } from '../event/append-events.ts';
import type { SendingFacts } from './sending-facts.ts';

/**
 * Stores that an effect's mail was not sent, and why, as an event of its lead: its history tells it beside the mails that
 * were. In the claim's transaction, under the lead's lock; a repeat is harmless.
 */
export async function recordMailWithheld({
  context,
  effect,
  facts,
  reason,
}: {
  context: Context;
  effect: EffectRow;
  facts: Pick<SendingFacts, 'lead' | 'version' | 'visit'>;
  reason: NotSentReason;
}): Promise<void> {
  const { journeyId, enrollmentId, node, key } = effect;
  await appendEvents({
    context,
    events: [
      {
        lead: facts.lead.id,
        name: 'mail-withheld',
        messageId: `mail-withheld/${key}`,
        mail: facts.version.mailId,
        outcome: reason,
        ...(journeyId === null ? {} : { journey: journeyId }),
        ...(enrollmentId === null ? {} : { enrollment: enrollmentId }),
        ...(node === null ? {} : { node }),
        ...(facts.visit === null ? {} : { visit: facts.visit }),
      },
    ],
    ...(enrollmentId === null ? {} : { except: enrollmentId }),
  });
}
