import { organisation } from '@sodate/database/schema/organisation';
import type { MailVariables } from '@sodate/mail/render/mail-variables';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { type ShownMail, showNodeMail } from '../journey/show-node-mail.ts';
import { sampleVariables } from '../mail/sample-variables.ts';
import { findShare } from './find-share.ts';
import { readShareSource } from './read-share-source.ts';
import type { shareMailInput } from './share-input.ts';

/** The mail of one node, to whoever has the link. Null where the link is not good, or the node sends none. */
export async function readShareMail({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof shareMailInput>;
}): Promise<ShownMail | null> {
  const found = await findShare({ context, token: input.token });
  if (found.kind !== 'good') return null;
  const source = await readShareSource({ context, share: found.share });
  if (source === undefined) return null;
  return await showNodeMail({ context, source, node: input.node, variables: await readSample({ context }) });
}

/** The sender is the organisation: its mails may bear the name and the address of a person. */
async function readSample({ context }: { context: Context }): Promise<MailVariables> {
  const { name, sender, language } = organisation;
  const [own] = await context.database.select({ name, sender, language }).from(organisation);
  const sample = sampleVariables({ language: own?.language ?? 'ja' });
  if (own === undefined) return sample;
  const address = own.sender.postalAddress.trim() || sample.sender.postal_address;
  return { ...sample, sender: { ...sample.sender, name: own.name, postal_address: address } };
}
