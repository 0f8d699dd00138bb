import { type MailRow, mail, mailVersion } from '@sodate/database/schema/mail';
import { asId, isUuid, type MailId, type NodeId } from '@sodate/journey/id';
import { canBeShown } from '@sodate/mail/compile/mail-problem';
import type { MailTemplate } from '@sodate/mail/render/render-mail';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { judgeMail } from '../mail/judge-mail.ts';
import type { DocumentSource } from './read-document.ts';
import { readMailWords } from './read-mail-words.ts';

/** A mail before it is filled in for a lead, with the line that inboxes show beside it. */
export type NodeMail = MailTemplate & Pick<MailRow, 'kind' | 'preview'>;

/** The mail that a node sends: as its version has pinned it, of a draft as it is now. Undefined where there is none to show. */
export async function readNodeMail({
  context,
  source: { graph, mails: pins },
  node,
}: {
  context: Context;
  source: Pick<DocumentSource, 'graph' | 'mails'>;
  node: NodeId;
}): Promise<NodeMail | undefined> {
  const words = (await readMailWords({ context, graph, pins })).get(node);
  if (words === undefined) return undefined;
  const pin = pins[node];
  return pin !== undefined && isUuid(pin)
    ? await readPinned({ context, version: pin })
    : await readWritten({ context, id: words.id });
}

async function readPinned({ context, version }: { context: Context; version: string }): Promise<NodeMail | undefined> {
  const { kind, subject, preview, html, text, links } = mailVersion;
  const [found] = await context.database
    .select({ kind, subject, preview, html, text, links })
    .from(mailVersion)
    .where(eq(mailVersion.id, asId<'mail-version'>(version)));
  return found;
}

async function readWritten({ context, id }: { context: Context; id: MailId }): Promise<NodeMail | undefined> {
  const [row] = await context.database.select().from(mail).where(eq(mail.id, id));
  if (row === undefined) return undefined;
  const judged = await judgeMail(row);
  const { kind, subject, preview } = row;
  return canBeShown(judged.problems) ? { ...judged.mail, kind, subject, preview } : undefined;
}
