import { asId } from '@sodate/journey/id';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { readVariables } from '../mail/preview-mail.ts';
import { documentInput, readDocumentSource } from './read-document.ts';
import { type ShownMail, showNodeMail } from './show-node-mail.ts';

export const shownNode = z
  .string()
  .min(1)
  .max(100)
  .transform((id) => asId<'node'>(id));

export const documentMailInput = documentInput.extend({ node: shownNode });

/** The mail of one node of a document, from the organisation's own sender. @throws RequestError 'not-found' where the journey or the version is. */
export async function readDocumentMail({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof documentMailInput>;
}): Promise<ShownMail | null> {
  const source = await readDocumentSource({ context, input });
  const variables = await readVariables({ context, lead: undefined });
  return await showNodeMail({ context, source, node: input.node, variables });
}
