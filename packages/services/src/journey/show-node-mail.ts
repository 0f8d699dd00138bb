import type { NodeId } from '@sodate/journey/id';
import type { MailVariables } from '@sodate/mail/render/mail-variables';
import { renderMail } from '@sodate/mail/render/render-mail';
import { RenderError } from '@sodate/mail/render/render-template';
import type { Context } from '../context.ts';
import { asPageUrl } from '../mail/as-page-url.ts';
import type { DocumentSource } from './read-document.ts';
import { readNodeMail } from './read-node-mail.ts';

/** A mail as it looks, filled with made-up words: never with a lead's. */
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
  variables,
}: {
  context: Context;
  source: Pick<DocumentSource, 'graph' | 'mails'>;
  node: NodeId;
  /** Those of a made-up lead, with a sender fit for the reader. */
  variables: MailVariables;
}): Promise<ShownMail | null> {
  const template = await readNodeMail({ context, source, node });
  if (template === undefined) return null;
  try {
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
