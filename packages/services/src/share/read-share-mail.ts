import { organisation } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import type { MailVariables } from '@sodate/mail/render/mail-variables';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { type ShownMail, showNodeMail } from '../journey/show-node-mail.ts';
import { readVariables } from '../mail/preview-mail.ts';
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

/** With the organisation's sender, less what is a colleague's own: whoever has the link may be anybody. */
async function readSample({ context }: { context: Context }): Promise<MailVariables> {
  const sample = await readVariables({ context, lead: undefined });
  const [own] = await context.database.select({ name: organisation.name }).from(organisation);
  const people = await context.database.select({ name: user.name, email: user.email }).from(user);
  const { name, email, postal_address } = sample.sender;
  const isPersons = people.some((one) => one.email.toLowerCase() === email.trim().toLowerCase());
  const namesPerson = people.some((one) => one.name !== '' && name.includes(one.name));
  const sender = {
    name: namesPerson ? (own?.name ?? '') : name,
    email: isPersons ? '' : email,
    postal_address,
  };
  return { ...sample, sender };
}
