import { consent, lead } from '@sodate/database/schema/lead';
import { mailVersion } from '@sodate/database/schema/mail';
import type { Language } from '@sodate/journey/text';
import { and, desc, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { lockLeads } from '../event/lock-leads.ts';
import { storeEvents } from '../event/store-events.ts';
import { inTransaction } from '../transaction.ts';
import type { MailLink } from './find-mail-link.ts';
import { mailEvent } from './mail-event.ts';

const wording: Record<Language, string> = {
  ja: 'メールの配信停止リンクから停止',
  en: 'Unsubscribed by the link in an email',
};

/**
 * Takes back the consent to the topic of a mail, at the lead's own word: a consent row and an event. Done again it
 * changes nothing. An erased lead gets no mail anyway.
 */
export async function withdrawConsentByMail({ context, link }: { context: Context; link: MailLink }): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const [owner] = await lockLeads({ context: inner, leads: [link.mail.leadId] });
    if (owner === undefined) return;
    const { database } = inner;
    const [version] = await database
      .select({ topic: mailVersion.topic })
      .from(mailVersion)
      .where(eq(mailVersion.id, link.mail.mailVersionId));
    const topic = version?.topic ?? 'marketing';
    const [newest] = await database
      .select({ given: consent.given })
      .from(consent)
      .where(and(eq(consent.leadId, owner.id), eq(consent.topic, topic)))
      .orderBy(desc(consent.id))
      .limit(1);
    if (newest?.given === false) return;
    const [row] = await database.select({ language: lead.language }).from(lead).where(eq(lead.id, owner.id));
    const [withdrawn] = await database
      .insert(consent)
      .values({ leadId: owner.id, topic, given: false, wording: wording[row?.language ?? 'ja'], source: 'mail-link' })
      .returning({ id: consent.id });
    const messageId = `consent-withdrawn/${withdrawn?.id}`;
    const said = mailEvent({ mail: link.mail, name: 'consent-withdrawn', messageId });
    await storeEvents({ context: inner, events: [{ ...said, properties: { topic } }] });
  });
}
