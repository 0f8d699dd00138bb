import { user } from '@sodate/database/schema/user';
import type { Language, Text } from '@sodate/journey/text';
import { singleLine } from '@sodate/mail/single-line';
import type { MailTransport } from '@sodate/mail/transport/create-mail-transport';
import { messageIdOf } from '@sodate/mail/transport/message-id';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { requirePerson } from '../person/require-person.ts';
import { mendOfMailError } from './mend-of-mail-error.ts';
import { updateOrganisationInput } from './organisation-input.ts';

export const testSenderInput = z.object({ sender: updateOrganisationInput.shape.sender.unwrap() });

export interface TestedSender {
  readonly sent: boolean;
  readonly to: string;
  /** The mail server's own words. */
  readonly answer: string;
  /** What to do about it, where the mail did not go. */
  readonly mend: Text | null;
}

const limitMs = 15_000;

/** Sends one mail from this sender, stored or not, to the person who asks, and tells what the mail server answered. */
export async function testSender({
  context,
  input: { sender },
  transport,
}: {
  context: Context;
  input: z.output<typeof testSenderInput>;
  transport: MailTransport;
}): Promise<TestedSender> {
  const [person] = await context.database
    .select({ name: user.name, email: user.email, language: user.language })
    .from(user)
    .where(eq(user.id, requirePerson(context)));
  if (person === undefined) throw new Error('nobody is asking');
  const { subject, text } = words[person.language];
  const result = await transport.send({
    limitMs,
    message: {
      messageId: messageIdOf({ key: `test-sender/${crypto.randomUUID()}` }),
      from: { name: singleLine(sender.name), address: sender.email },
      to: { name: singleLine(person.name), address: person.email },
      subject,
      text,
      html: `<p>${text}</p>`,
      headers: {},
    },
  });
  const to = person.email;
  if (result.kind === 'sent') return { sent: true, to, answer: result.receipt ?? '', mend: null };
  return { sent: false, to, answer: result.error, mend: mendOfMailError(result.error) };
}

const words: Readonly<Record<Language, { subject: string; text: string }>> = {
  ja: {
    subject: '［テスト］Sodate からメールを送れます',
    text: 'このメールが届いていれば、差出人とメールサーバーの設定は正しく動いています。',
  },
  en: {
    subject: '[Test] Sodate can send mail',
    text: 'If you are reading this, the sender and the mail server are set up well.',
  },
};
