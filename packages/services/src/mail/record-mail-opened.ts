import { formatInstant } from '@sodate/journey/time/instant';
import type { Context } from '../context.ts';
import { storeEvents } from '../event/store-events.ts';
import type { MailLink } from './find-mail-link.ts';
import { mailEvent } from './mail-event.ts';

/** Stores that a mail was opened: once a day at most, however often its image is fetched. */
export async function recordMailOpened({ context, link }: { context: Context; link: MailLink }): Promise<void> {
  const day = formatInstant(context.clock.now()).slice(0, 10);
  const messageId = `mail-opened/${link.mail.id}/${day}`;
  await storeEvents({ context, events: [mailEvent({ mail: link.mail, name: 'mail-opened', messageId })] });
}
