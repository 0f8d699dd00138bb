import { organisation } from '@sodate/database/schema/organisation';
import type { NodeId } from '@sodate/journey/id';
import { renderMail } from '@sodate/mail/render/render-mail';
import { RenderError } from '@sodate/mail/render/render-template';
import type { Context } from '../context.ts';
import { asPageUrl } from '../mail/as-page-url.ts';
import { sampleVariables } from '../mail/sample-variables.ts';
import type { DocumentSource } from './read-document.ts';
import { readNodeMail } from './read-node-mail.ts';

/** A mail as it looks, filled with made-up words: never with a lead's, nor with the name of a colleague. */
export interface ShownMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** The mail that a node sends: as its version has pinned it, of a draft as it is now. Null where there is none to show. */
export async function showNodeMail({
  context,
  source,
  node,
}: {
  context: Context;
  source: Pick<DocumentSource, 'graph' | 'mails'>;
  node: NodeId;
}): Promise<ShownMail | null> {
  const template = await readNodeMail({ context, source, node });
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

/** The sender is the organisation: its mails may bear the name of a person. */
async function readSample({ context }: { context: Context }) {
  const { name, sender, language } = organisation;
  const [own] = await context.database.select({ name, sender, language }).from(organisation);
  const sample = sampleVariables({ language: own?.language ?? 'ja' });
  if (own === undefined) return sample;
  const address = own.sender.postalAddress.trim() || sample.sender.postal_address;
  return { ...sample, sender: { ...sample.sender, name: own.name, postal_address: address } };
}
