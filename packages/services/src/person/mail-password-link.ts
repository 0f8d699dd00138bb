import { organisation } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import type { Language } from '@sodate/journey/text';
import { buttonHtml } from '@sodate/mail/button-html';
import { escapeHtml } from '@sodate/mail/escape-html';
import { singleLine } from '@sodate/mail/single-line';
import type { MailTransport } from '@sodate/mail/transport/create-mail-transport';
import { messageIdOf } from '@sodate/mail/transport/message-id';
import { eq } from 'drizzle-orm';
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
  const { subject, text } = words[to.language][kind]({
    name: to.name,
    organisation: own.name,
    by: await nameOfActor({ context }),
    link,
  });
  const result = await transport.send({
    limitMs,
    message: {
      messageId: messageIdOf({ key: `password-link/${crypto.randomUUID()}` }),
      from: { name: singleLine(own.sender.name), address: own.sender.email },
      to: { name: singleLine(to.name), address: to.email },
      subject: singleLine(subject),
      text,
      html: asHtml({ text, link, action: actions[to.language] }),
      headers: {},
    },
  });
  return { link, mailError: result.kind === 'sent' ? null : result.error, madeUp: false };
}

interface Words {
  readonly name: string;
  readonly organisation: string;
  /** Who asked for it; undefined: nobody in person. */
  readonly by: string | undefined;
  readonly link: string;
}

const words: Record<Language, Record<PasswordLinkKind, (about: Words) => { subject: string; text: string }>> = {
  ja: {
    invitation: ({ name, organisation: from, by, link }) => ({
      subject: `${from}の Sodate に招待されました`,
      text: `${name}さん\n\n${by === undefined ? `${from}の Sodate を使えるようになりました。` : `${by}さんが、${from}の Sodate にあなたを招待しました。`}下のリンクを開いて、パスワードを決めてください。\n\n${link}\n\nリンクは7日間、1回だけ使えます。`,
    }),
    reset: ({ name, link }) => ({
      subject: 'Sodate のパスワードを決め直してください',
      text: `${name}さん\n\n下のリンクを開いて、新しいパスワードを決めてください。\n\n${link}\n\nリンクは24時間、1回だけ使えます。それまでは今のパスワードが使えます。`,
    }),
  },
  en: {
    invitation: ({ name, organisation: from, by, link }) => ({
      subject: `${from} invites you to Sodate`,
      text: `Hello ${name},\n\n${by === undefined ? `You can now use Sodate at ${from}.` : `${by} has invited you to Sodate at ${from}.`} Open this link to choose a password:\n\n${link}\n\nIt works once, for 7 days.`,
    }),
    reset: ({ name, link }) => ({
      subject: 'Choose a new password for Sodate',
      text: `Hello ${name},\n\nOpen this link to choose a new password:\n\n${link}\n\nIt works once, for 24 hours. Until then your present password stays.`,
    }),
  },
};

const actions: Record<Language, string> = { ja: 'パスワードを決める', en: 'Choose a password' };

async function nameOfActor({ context: { actor, database } }: { context: Context }): Promise<string | undefined> {
  if (actor.kind !== 'user') return undefined;
  const [found] = await database.select({ name: user.name }).from(user).where(eq(user.id, actor.id));
  return found?.name;
}

/** The words with a button in place of the bare address, which stands small below for who cannot press it. */
function asHtml({ text, link, action }: { text: string; link: string; action: string }): string {
  const button = buttonHtml({ title: action, url: link });
  const body = escapeHtml(text)
    .replace(link, () => button)
    .replaceAll('\n', '<br>');
  const font =
    "font-family:'Hiragino Sans','Yu Gothic UI',Meiryo,sans-serif;font-size:15px;line-height:1.7;color:#16211d";
  return `<div style="max-width:560px;padding:24px;${font}"><p>${body}</p><p style="font-size:12px;color:#43514b;word-break:break-all">${link}</p></div>`;
}
