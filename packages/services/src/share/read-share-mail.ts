import type { z } from 'zod';
import type { Context } from '../context.ts';
import { type ShownMail, showNodeMail } from '../journey/show-node-mail.ts';
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
  return source === undefined ? null : await showNodeMail({ context, source, node: input.node });
}
