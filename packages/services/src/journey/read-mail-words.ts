import { mail, mailVersion } from '@sodate/database/schema/mail';
import { currentConfig } from '@sodate/journey/graph/current-config';
import type { Graph } from '@sodate/journey/graph/graph';
import { asId, isUuid, type MailId, type NodeId } from '@sodate/journey/id';
import { inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** What stands in an inbox before a mail is opened, and what we call it. */
export interface MailWords {
  readonly id: MailId;
  readonly name: string;
  readonly subject: string;
  readonly preview: string;
  /** A digest of all that is sent; null: pinned before that was kept. */
  readonly words: string | null;
}

/** The mails that a journey's nodes name: as they are now, or as a version has pinned them. */
export async function readMailWords({
  context,
  graph,
  pins,
}: {
  context: Context;
  graph: Graph;
  pins: Readonly<Record<NodeId, string>>;
}): Promise<ReadonlyMap<NodeId, MailWords>> {
  const named = namedMails({ context, graph });
  const wanted = [...new Set(named.map((one) => one.mail))];
  if (wanted.length === 0) return new Map();
  const { id, name, subject, preview, words } = mail;
  const rows = await context.database
    .select({ id, name, subject, preview, words })
    .from(mail)
    .where(inArray(id, wanted));
  const versions = Object.values(pins)
    .filter(isUuid)
    .map(asId<'mail-version'>);
  const pinned =
    versions.length === 0
      ? []
      : await context.database
          .select({
            id: mailVersion.id,
            subject: mailVersion.subject,
            preview: mailVersion.preview,
            words: mailVersion.words,
          })
          .from(mailVersion)
          .where(inArray(mailVersion.id, versions));
  return new Map(
    named.flatMap(({ node, mail: chosen }): [NodeId, MailWords][] => {
      const row = rows.find((one) => one.id === chosen);
      if (row === undefined) return [];
      const pin = pinned.find((one) => one.id === pins[node]);
      if (pin === undefined) return [[node, row]];
      return [[node, { ...row, subject: pin.subject, preview: pin.preview, words: pin.words }]];
    }),
  );
}

/** By the fields that pick a mail, so that custom node types are read too. */
function namedMails({ context, graph }: { context: Context; graph: Graph }) {
  const { catalog, described } = context.nodeTypes;
  return Object.values(graph.nodes).flatMap((node) => {
    const contract = catalog.get(node.type);
    if (contract === undefined) return [];
    const config = currentConfig({ node, contract });
    const fields = described.find(({ type }) => type === node.type)?.fields ?? [];
    return fields.flatMap(({ key, hint }) => {
      const chosen = config[key];
      if (hint.kind !== 'mail' || typeof chosen !== 'string' || !isUuid(chosen)) return [];
      return [{ node: node.id, mail: asId<'mail'>(chosen) }];
    });
  });
}
