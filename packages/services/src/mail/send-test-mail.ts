import { organisation } from '@sodate/database/schema/organisation';
import { asId } from '@sodate/journey/id';
import { renderMail } from '@sodate/mail/render/render-mail';
import { singleLine } from '@sodate/mail/single-line';
import type { MailTransport } from '@sodate/mail/transport/create-mail-transport';
import { messageIdOf } from '@sodate/mail/transport/message-id';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { conflict, invalid } from '../errors.ts';
import { judgeMail } from './judge-mail.ts';
import { mailContent } from './mail-input.ts';
import { readVariables } from './preview-mail.ts';

export const sendTestMailInput = z.object({
  content: mailContent.pick({ kind: true, subject: true, preview: true, body: true }),
  lead: z.uuid().optional(),
  to: z.email().max(254),
});

const limitMs = 10_000;

/**
 * Sends a mail as written to one address of our own, filled in for a lead. Nothing is counted: its links lead straight
 * to their targets. @throws RequestError where the mail is not ready or the mail server does not take it.
 */
export async function sendTestMail({
  context,
  input,
  transport,
  attempt,
}: {
  context: Context;
  input: z.input<typeof sendTestMailInput>;
  transport: MailTransport;
  /** Names this sending; makes its Message-ID. */
  attempt: string;
}): Promise<void> {
  const { content, lead, to } = sendTestMailInput.parse(input);
  const judged = await judgeMail(content);
  const fault = judged.problems.find(({ severity }) => severity === 'error');
  if (fault !== undefined) throw invalid(fault.message, fault.field);
  const [own] = await context.database.select({ sender: organisation.sender }).from(organisation);
  if (own === undefined) throw invalid({ ja: '先に差出人を設定してください。', en: 'Set the sender first.' });
  const variables = await readVariables({ context, lead: lead === undefined ? undefined : asId(lead) });
  const template = { ...judged.mail, subject: content.subject };
  const { subject, html, text } = renderMail({ template, variables, linkUrl: ({ target }) => target });
  const marked = variables.language === 'ja' ? `［テスト］${subject}` : `[Test] ${subject}`;
  const result = await transport.send({
    limitMs,
    message: {
      messageId: messageIdOf({ key: `test-mail/${attempt}` }),
      from: { name: singleLine(own.sender.name), address: own.sender.email },
      to: { name: '', address: to },
      subject: marked,
      html,
      text,
      headers: {},
    },
  });
  if (result.kind === 'sent') return;
  throw conflict({
    ja: `メールサーバーが受け付けませんでした：${result.error}`,
    en: `The mail server did not take it: ${result.error}`,
  });
}
