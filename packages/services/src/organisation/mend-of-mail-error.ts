import type { Text } from '@sodate/journey/text';

interface Known {
  readonly pattern: RegExp;
  readonly mend: Text;
}

/** From the surest sign to the vaguest: an answer's code says more than the words around it. */
const known: readonly Known[] = [
  {
    pattern: /ENOTFOUND|EAI_AGAIN|getaddrinfo/,
    mend: {
      ja: 'メールサーバーの名前が見つかりません。環境変数 SMTP_URL のホスト名を確かめ、Sodate を起動し直してください。',
      en: 'The mail server’s name is not known. Check the host in the variable SMTP_URL, and start Sodate again.',
    },
  },
  {
    pattern: /ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH/,
    mend: {
      ja: 'メールサーバーにつながりません。SMTP_URL のホストとポート（587 か 465）、ファイアウォールを確かめてください。',
      en: 'The mail server cannot be reached. Check the host and port (587 or 465) in SMTP_URL, and the firewall.',
    },
  },
  {
    pattern: /certificate|self.signed|SSL|TLS|wrong version number/i,
    mend: {
      ja: '暗号化の設定が合いません。ポート465なら smtps://、587なら smtp:// にし、ホスト名が証明書と同じか確かめてください。',
      en: 'Encryption does not fit. Use smtps:// for port 465 and smtp:// for 587, and the host name of the certificate.',
    },
  },
  {
    pattern: /\b(535|534|530)\b|EAUTH|authenticat/i,
    mend: {
      ja: 'ユーザー名かパスワードが違います。SMTP_URL を確かめてください（記号は %40 のように書き換えます）。',
      en: 'The user or the password is wrong. Check SMTP_URL (write signs as %40 and so on).',
    },
  },
  {
    pattern: /\b(550|551|553|554|501)\b|sender|relay/i,
    mend: {
      ja: '差出人か宛先のアドレスが断られました。このメールサーバーで使える差出人のアドレスにするか、SPF と DKIM の設定を確かめてください。',
      en: 'The sender or the receiver was refused. Use a sender that this server accepts, or check SPF and DKIM of its domain.',
    },
  },
  {
    pattern: /\b(421|450|451|452)\b|rate|too many/i,
    mend: {
      ja: 'メールサーバーがいまは受け付けていません。しばらく待ってから試し、続くなら MAILS_PER_SECOND を小さくしてください。',
      en: 'The mail server does not take email right now. Try again later; if it goes on, lower MAILS_PER_SECOND.',
    },
  },
  {
    pattern: /timeout|timed out|limit of this try|ETIMEDOUT/i,
    mend: {
      ja: 'メールサーバーが答えません。SMTP_URL のホストとポート、ファイアウォールを確かめてください。',
      en: 'The mail server does not answer. Check the host and port in SMTP_URL, and the firewall.',
    },
  },
];

/** What a person can do about the words of a mail server, or of the way to it. */
export function mendOfMailError(error: string): Text {
  return (
    known.find(({ pattern }) => pattern.test(error))?.mend ?? {
      ja: 'メールサーバーの答えを手がかりに、差出人と SMTP_URL を確かめてください。',
      en: 'Check the sender and SMTP_URL by what the mail server answered.',
    }
  );
}
