import type { SentMailRow } from '@sodate/database/schema/mail';
import type { EventName } from '@sodate/journey/event/event';
import { asId } from '@sodate/journey/id';
import type { NewEvent } from '../event/new-event.ts';

/** An event about a mail that was sent: it tells which mail, and which passage and node sent it. */
export function mailEvent({
  mail,
  name,
  messageId,
}: {
  mail: Pick<SentMailRow, 'id' | 'leadId' | 'mailId' | 'journeyId' | 'enrollmentId' | 'node' | 'visit'>;
  name: EventName;
  messageId: string;
}): NewEvent {
  return {
    lead: mail.leadId,
    name,
    messageId,
    mail: mail.mailId,
    sentMail: mail.id,
    ...(mail.journeyId === null ? {} : { journey: mail.journeyId }),
    ...(mail.enrollmentId === null ? {} : { enrollment: mail.enrollmentId }),
    ...(mail.node === null ? {} : { node: asId<'node'>(mail.node) }),
    ...(mail.visit === null ? {} : { visit: mail.visit }),
  };
}
