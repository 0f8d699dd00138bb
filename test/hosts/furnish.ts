import { organisation } from '@sodate/database/schema/organisation';
import { emptyGraph } from '@sodate/journey/graph/graph';
import { asId, type MailId, type NodeId } from '@sodate/journey/id';
import type { Context } from '@sodate/services/context';
import { createMail } from '@sodate/services/mail/create-mail';
import { writtenBody } from '@sodate/services/mail/mail-world';
import { pinMails } from '@sodate/services/mail/pin-mails';
import { ensureScoreRules } from '@sodate/services/score/ensure-score-rules';

/** A mail that nodes of a test's plan can send. */
export interface PinnedMail {
  readonly mail: MailId;
  readonly mailVersion: string;
}

/** Gives an empty database what mails need to leave: a sender, score rules, and one mail that asks for no consent. */
export async function furnish({ context }: { context: Context }): Promise<PinnedMail> {
  const sender = { name: 'Bench', email: 'bench@example.jp', postalAddress: 'Tokyo' };
  await context.database.insert(organisation).values({ name: 'Bench', sender });
  await ensureScoreRules({ context, language: 'ja' });
  const { id: mail } = await createMail({
    context,
    input: { name: 'bench', kind: 'reply', subject: 'Hello', body: writtenBody },
  });
  const node: NodeId = asId('any');
  const nodes = { [node]: { id: node, type: 'send-mail', revision: 1, position: { x: 0, y: 0 }, config: { mail } } };
  const versions = await pinMails({ context, graph: { ...emptyGraph, nodes } });
  return { mail, mailVersion: versions[node] ?? '' };
}
