import type { Graph } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import type { Context } from '../context.ts';
import { type MailWords, readMailWords } from './read-mail-words.ts';

/** What a side sends: a version by what it pinned, a draft (no pins) by the mails as they are. */
export interface SendingSide {
  readonly graph: Graph;
  readonly pins: Readonly<Record<NodeId, string>>;
}

export interface RewrittenMail {
  readonly before: MailWords;
  readonly after: MailWords;
}

/** Nodes that send the same mail on both sides, in other words. */
export async function findRewrittenMails({
  context,
  before,
  after,
}: {
  context: Context;
  before: SendingSide;
  after: SendingSide;
}): Promise<ReadonlyMap<NodeId, RewrittenMail>> {
  const old = await readMailWords({ context, ...before });
  const next = await readMailWords({ context, ...after });
  return new Map(
    [...next].flatMap(([node, words]): [NodeId, RewrittenMail][] => {
      const former = old.get(node);
      if (former === undefined || former.id !== words.id) return [];
      const pin = before.pins[node];
      const isSame = pin !== undefined && pin === after.pins[node];
      if (isSame || (former.words !== null && former.words === words.words)) return [];
      return [[node, { before: former, after: words }]];
    }),
  );
}
