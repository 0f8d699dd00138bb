import { organisation } from '@sodate/database/schema/organisation';
import type { Language } from '@sodate/journey/text';
import { singleLine } from '@sodate/mail/single-line';
import type { MailTransport } from '@sodate/mail/transport/create-mail-transport';
import { messageIdOf } from '@sodate/mail/transport/message-id';
import type { Context } from '../context.ts';
import { isMadeUpAddress } from '../seed/sales-people.ts';
import type { PasswordLinkKind } from './password-link.ts';

export interface SentLink {
  /** To be passed on by hand where the mail does not arrive. */
  readonly link: string;
  /** What the mail server said where it did not take the mail; null: it did. */
  readonly mailError: string | null;
  /** The seed made this person up: nothing was mailed, the link alone lets one be them. */
  readonly madeUp: boolean;
}

const limitMs = 10_000;

/** Mails a link by which somebody chooses a password. Never throws for the mail server's sake. */
export async function mailPasswordLink({
  context,
  to,
  link,
  kind,
  transport,
}: {
  context: Context;
  to: { readonly name: string; readonly email: string; readonly language: Language };
  link: string;
  kind: PasswordLinkKind;
  transport: MailTransport;
}): Promise<SentLink> {
  if (isMadeUpAddress(to.email)) return { link, mailError: null, madeUp: true };
  const [own] = await context.database.select().from(organisation);
  if (own === undefined) return { link, mailError: 'no sender has been set', madeUp: false };
  const { subject, text } = words[to.language][kind]({ name: to.name, organisation: own.name, link });
  const result = await transport.send({
    limitMs,
    message: {
      messageId: messageIdOf({ key: `password-link/${crypto.randomUUID()}` }),
      from: { name: singleLine(own.sender.name), address: own.sender.email },
      to: { name: singleLine(to.name), address: to.email },
      subject: singleLine(subject),
      text,
      html: `<p>${escapeHtml(text).replace(link, `<a href="${link}">${link}</a>`).replaceAll('\n', '<br>')}</p>`,
      headers: {},
    },
  });
  return { link, mailError: result.kind === 'sent' ? null : result.error, madeUp: false };
}

interface Words {
  readonly name: string;
  readonly organisation: string;
  readonly link: string;
}

const words: Record<Language, Record<PasswordLinkKind, (about: Words) => { subject: string; text: string }>> = {
  ja: {
    invitation: ({ name, organisation: from, link }) => ({
      subject: `${from}の Sodate に招待されました`,
      text: `${name}さん\n\n${from}の Sodate を使えるようになりました。下のリンクを開いて、パスワードを決めてください。\n\n${link}\n\nリンクは7日間、1回だけ使えます。`,
    }),
    reset: ({ name, link }) => ({
      subject: 'Sodate のパスワードを決め直してください',
      text: `${name}さん\n\n下のリンクを開いて、新しいパスワードを決めてください。\n\n${link}\n\nリンクは24時間、1回だけ使えます。それまでは今のパスワードが使えます。`,
    }),
  },
  en: {
    invitation: ({ name, organisation: from, link }) => ({
      subject: `${from} invites you to Sodate`,
      text: `Hello ${name},\n\nYou can now use Sodate at ${from}. Open this link to choose a password:\n\n${link}\n\nIt works once, for 7 days.`,
    }),
    reset: ({ name, link }) => ({
      subject: 'Choose a new password for Sodate',
      text: `Hello ${name},\n\nOpen this link to choose a new password:\n\n${link}\n\nIt works once, for 24 hours. Until then your present password stays.`,
    }),
  },
};

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
