import type { EffectRow, NotSentReason } from '@sodate/database/schema/enrollment';
import { type SentMailRow, sentMail } from '@sodate/database/schema/mail';
import { statement } from '@sodate/database/statement';
import { type Instant, plus } from '@sodate/journey/time/instant';
import { renderMail } from '@sodate/mail/render/render-mail';
import { RenderError } from '@sodate/mail/render/render-template';
import { singleLine } from '@sodate/mail/single-line';
import { mailLinks, unsubscribeHeaders } from '@sodate/mail/tracking/mail-links';
import { messageIdOf } from '@sodate/mail/transport/message-id';
import type { OutgoingMail } from '@sodate/mail/transport/outgoing-mail';
import type { Context } from '../context.ts';
import { judgePermission } from './judge-permission.ts';
import { leadVariables } from './lead-variables.ts';
import { findNextAllowedTime } from './next-allowed-time.ts';
import { ensureTrackingKeys } from './read-tracking-keys.ts';
import { recordMailWithheld } from './record-mail-withheld.ts';
import { findSendingFacts, type SendingFacts } from './sending-facts.ts';

export type PreparedMail =
  | { readonly kind: 'send'; readonly message: OutgoingMail }
  | { readonly kind: 'not-sent'; readonly reason: NotSentReason }
  | { readonly kind: 'later'; readonly at: Instant }
  /** It cannot be made for this lead, now or later. */
  | { readonly kind: 'failed'; readonly error: string };

/**
 * Asks whether an effect's mail may be sent at `now` (real time), and makes it: in the claim's transaction, under the
 * lead's lock. Writes the sent-mail row whose id stands in the mail's links; a further attempt rewrites the same row.
 * One that may not be sent is stored as an event of the lead.
 */
export async function prepareMail({
  context,
  effect,
  now,
}: {
  context: Context;
  effect: EffectRow;
  now: Instant;
}): Promise<PreparedMail> {
  const facts = await findSendingFacts({ context, effect });
  if (facts === undefined) return { kind: 'failed', error: 'the mail that was published with this node is missing' };
  const reason = judgePermission({ ...facts, kind: facts.version.kind });
  if (reason !== undefined) return withhold({ context, effect, facts, reason });
  if (isAddressMissing(facts)) return { kind: 'failed', error: addressMissing };
  const later = await findNextAllowedTime({ context, facts, effectKey: effect.key, now });
  if (isTooLate({ effect, at: later ?? now })) return withhold({ context, effect, facts, reason: 'too-late' });
  if (later !== undefined) return { kind: 'later', at: later };
  try {
    return { kind: 'send', message: await makeMail({ context, effect, facts, now }) };
  } catch (fault) {
    if (fault instanceof RenderError)
      return { kind: 'failed', error: `the mail could not be filled in: ${fault.message}` };
    throw fault;
  }
}

async function withhold(
  withheld: Parameters<typeof recordMailWithheld>[0],
): Promise<PreparedMail & { readonly kind: 'not-sent' }> {
  await recordMailWithheld(withheld);
  return { kind: 'not-sent', reason: withheld.reason };
}

/** 特定電子メール法: publishing insists on it, but it may have been emptied since. Once it is there again, a person retries. */
function isAddressMissing({ version, organisation }: SendingFacts): boolean {
  return version.kind === 'marketing' && organisation.sender.postalAddress.trim() === '';
}

const addressMissing =
  '設定の「組織と差出人」に、差出人の住所がありません (the sender’s postal address is missing in the settings)';

/** Whether the mail's own limit, counted from when the lead arrived at it, would be over at that time. */
function isTooLate({ effect, at }: { effect: EffectRow; at: Instant }): boolean {
  const limitMs = effect.config.lateLimitMs;
  return typeof limitMs === 'number' && at > plus(effect.createdAt, limitMs);
}

async function makeMail({
  context,
  effect,
  facts,
  now,
}: {
  context: Context;
  effect: EffectRow;
  facts: SendingFacts;
  now: Instant;
}): Promise<OutgoingMail> {
  const { lead, company, organisation, version } = facts;
  const keys = await ensureTrackingKeys({ context, secrets: facts.trackingSecrets });
  const links = mailLinks({ publicUrl: context.publicUrl, keys, sentMail: facts.sentMail });
  const variables = leadVariables({ lead, company, organisation, unsubscribeUrl: links.unsubscribeUrl });
  const rendered = renderMail({ template: version, variables, linkUrl: links.linkUrl, pixelUrl: links.pixelUrl });
  const sender = { name: singleLine(organisation.sender.name), email: organisation.sender.email };
  const { subject, html, text } = rendered;
  const content = { address: lead.email, sender, subject, html, links: rendered.links };
  await writeSentMail({
    database: context.database,
    values: {
      ...content,
      id: facts.sentMail,
      effectKey: effect.key,
      leadId: lead.id,
      mailId: version.mailId,
      mailVersionId: version.id,
      journeyId: effect.journeyId,
      enrollmentId: effect.enrollmentId,
      node: effect.node,
      visit: facts.visit,
      createdAt: now,
    },
  });
  return {
    messageId: messageIdOf({ key: effect.key }),
    from: { name: sender.name, address: sender.email },
    to: { name: singleLine(lead.name, { limit: 100 }), address: lead.email ?? '' },
    subject,
    html,
    text,
    headers: version.kind === 'marketing' ? unsubscribeHeaders(links.unsubscribeUrl) : {},
  };
}

const writeSentMail = statement<Omit<SentMailRow, 'sentAt' | 'openedCountedAt' | 'clickedCountedAt'>>()(
  (database, place) => {
    const content = {
      address: place('address', sentMail.address),
      sender: place('sender', sentMail.sender),
      subject: place('subject', sentMail.subject),
      html: place('html', sentMail.html),
      links: place('links', sentMail.links),
    };
    return database
      .insert(sentMail)
      .values({
        ...content,
        id: place('id', sentMail.id),
        effectKey: place('effectKey', sentMail.effectKey),
        leadId: place('leadId', sentMail.leadId),
        mailId: place('mailId', sentMail.mailId),
        mailVersionId: place('mailVersionId', sentMail.mailVersionId),
        journeyId: place('journeyId', sentMail.journeyId),
        enrollmentId: place('enrollmentId', sentMail.enrollmentId),
        node: place('node', sentMail.node),
        visit: place('visit', sentMail.visit),
        createdAt: place('createdAt', sentMail.createdAt),
      })
      .onConflictDoUpdate({ target: sentMail.effectKey, set: content })
      .returning({ id: sentMail.id });
  },
);
