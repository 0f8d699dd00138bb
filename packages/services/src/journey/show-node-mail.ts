import { mail, mailVersion } from '@sodate/database/schema/mail';
import { organisation } from '@sodate/database/schema/organisation';
import { asId, isUuid, type MailId, type NodeId } from '@sodate/journey/id';
import { canBeShown } from '@sodate/mail/compile/mail-problem';
import { type MailTemplate, renderMail } from '@sodate/mail/render/render-mail';
import { RenderError } from '@sodate/mail/render/render-template';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { asPageUrl } from '../mail/as-page-url.ts';
import { judgeMail } from '../mail/judge-mail.ts';
import { sampleVariables } from '../mail/sample-variables.ts';
import type { DocumentSource } from './read-document.ts';
import { readMailWords } from './read-mail-words.ts';

/** A mail as it looks, filled with made-up words: never with a lead's, nor with the name of a colleague. */
export interface ShownMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** The mail that a node sends: as its version has pinned it, of a draft as it is now. Null where there is none to show. */
export async function showNodeMail({
  context,
  source: { graph, mails: pins },
  node,
}: {
  context: Context;
  source: Pick<DocumentSource, 'graph' | 'mails'>;
  node: NodeId;
}): Promise<ShownMail | null> {
  const words = (await readMailWords({ context, graph, pins })).get(node);
  if (words === undefined) return null;
  const pin = pins[node];
  const template =
    pin !== undefined && isUuid(pin)
      ? await readPinned({ context, version: pin })
      : await readWritten({ context, id: words.id });
  if (template === undefined) return null;
  try {
    const variables = await readSample({ context });
    const { subject, html, text } = renderMail({
      template,
      variables,
      linkUrl: ({ target }) => asPageUrl(target),
    });
    return { subject, html, text };
  } catch (fault) {
    if (!(fault instanceof RenderError)) throw fault;
    return null;
  }
}

async function readPinned({
  context,
  version,
}: {
  context: Context;
  version: string;
}): Promise<MailTemplate | undefined> {
  const { subject, html, text, links } = mailVersion;
  const [found] = await context.database
    .select({ subject, html, text, links })
    .from(mailVersion)
    .where(eq(mailVersion.id, asId<'mail-version'>(version)));
  return found;
}

async function readWritten({ context, id }: { context: Context; id: MailId }): Promise<MailTemplate | undefined> {
  const [row] = await context.database.select().from(mail).where(eq(mail.id, id));
  if (row === undefined) return undefined;
  const judged = await judgeMail(row);
  return canBeShown(judged.problems) ? { ...judged.mail, subject: row.subject } : undefined;
}

/** The sender is the organisation: its mails may bear the name of a person. */
async function readSample({ context }: { context: Context }) {
  const { name, sender, language } = organisation;
  const [own] = await context.database.select({ name, sender, language }).from(organisation);
  const sample = sampleVariables({ language: own?.language ?? 'ja' });
  if (own === undefined) return sample;
  const address = own.sender.postalAddress.trim() || sample.sender.postal_address;
  return { ...sample, sender: { ...sample.sender, name: own.name, postal_address: address } };
}
