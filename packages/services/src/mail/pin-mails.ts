import { createHash } from 'node:crypto';
import { type MailRow, mail, mailVersion } from '@sodate/database/schema/mail';
import type { Graph } from '@sodate/journey/graph/graph';
import { asId, isUuid, type MailId, type NodeId } from '@sodate/journey/id';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { invalid } from '../errors.ts';
import { judgeMail } from './judge-mail.ts';

/** The node type that sends a mail, and where its config names it. */
const sendingType = 'send-mail';

/**
 * Compiles the mails that a journey sends and stores them as immutable versions: same content, same row.
 * @returns for each sending node the id of its version. @throws RequestError invalid where a mail cannot be sent.
 */
export async function pinMails({
  context,
  graph,
}: {
  context: Context;
  graph: Graph;
}): Promise<Readonly<Record<NodeId, string>>> {
  const senders = Object.values(graph.nodes).flatMap(({ id, type, config }) => {
    const chosen = config.mail;
    return type === sendingType && typeof chosen === 'string' && isUuid(chosen)
      ? [{ id, mail: asId<'mail'>(chosen) }]
      : [];
  });
  const wanted = [...new Set(senders.map((sender) => sender.mail))];
  if (wanted.length === 0) return {};
  const rows = await context.database.select().from(mail).where(inArray(mail.id, wanted));
  const versions = new Map<MailId, string>();
  for (const row of rows) versions.set(row.id, await pinMail({ context, row }));
  return Object.fromEntries(
    senders.map((sender) => {
      const version = versions.get(sender.mail);
      if (version === undefined) throw mailMissing();
      return [sender.id, version];
    }),
  );
}

async function pinMail({ context, row }: { context: Context; row: MailRow }): Promise<string> {
  const { mail: compiled, ready } = await judgeMail(row);
  if (!ready) throw mailNotReady(row);
  const content = {
    kind: row.kind,
    topic: row.topic,
    words: row.words,
    subject: row.subject,
    preview: row.preview,
    html: compiled.html,
    text: compiled.text,
    links: compiled.links,
  };
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const { database } = context;
  await database
    .insert(mailVersion)
    .values({ ...content, body: row.body, mailId: row.id, hash })
    .onConflictDoUpdate({
      target: [mailVersion.mailId, mailVersion.hash],
      set: { body: row.body },
      setWhere: isNull(mailVersion.body),
    });
  const [version] = await database
    .select({ id: mailVersion.id })
    .from(mailVersion)
    .where(and(eq(mailVersion.mailId, row.id), eq(mailVersion.hash, hash)));
  if (version === undefined) throw new Error('the mail version could not be stored');
  return version.id;
}

function mailMissing() {
  return invalid({
    ja: '送るメールが見つかりません。ノードでメールを選び直してください。',
    en: 'An email to be sent was not found. Choose another one at its node.',
  });
}

function mailNotReady({ name }: MailRow) {
  return invalid({
    ja: `メール「${name}」に誤りがあります。メールを開いて直してください。`,
    en: `The email “${name}” has errors. Open it and fix them.`,
  });
}
