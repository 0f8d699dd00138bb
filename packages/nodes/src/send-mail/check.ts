import type { CheckProblem, Surroundings } from '@sodate/journey/graph/node-contract';
import type { Text } from '@sodate/journey/text';

type Mail = Surroundings['mails'][number];
type BrokenLink = NonNullable<Mail['brokenLinks']>[number];

/** What keeps the chosen mail from being sent: it is gone, unfinished, or must name an address that nobody has set. */
export function checkMail({
  config,
  surroundings: { mails, sender },
}: {
  config: { readonly mail: string };
  surroundings: Surroundings;
}): readonly CheckProblem[] {
  const found = mails.find(({ id }) => id === config.mail);
  if (found === undefined) return [problem(gone)];
  const own = checkContent(found);
  return found.kind === 'marketing' && sender.postalAddress.trim() === '' ? [...own, problem(noAddress)] : own;
}

function checkContent({ name, subject, ready, isSample = false, brokenLinks = [] }: Mail): readonly CheckProblem[] {
  if (subject.trim() === '')
    return [
      problem({
        message: { ja: 'メールに件名がありません', en: 'The email has no subject' },
        mend: {
          ja: `メール「${name}」を開いて件名を書いてください。`,
          en: `Open the email “${name}” and write its subject.`,
        },
      }),
    ];
  const [broken] = brokenLinks;
  if (ready && isSample) return [{ severity: 'warning', path: ['mail'], ...stillSample({ name }) }];
  if (ready && broken !== undefined)
    return [{ severity: 'warning', path: ['mail'], ...leadsNowhere({ name, broken, more: brokenLinks.length - 1 }) }];
  if (ready) return [];
  return [
    problem({
      message: { ja: 'メールに誤りがあります', en: 'The email has errors' },
      mend: {
        ja: `メール「${name}」を開いて誤りを直してください。`,
        en: `Open the email “${name}” and fix its errors.`,
      },
    }),
  ];
}

function stillSample({ name }: Pick<Mail, 'name'>): Words {
  return {
    message: { ja: 'まだ見本のままのメールです', en: 'The email is still the sample' },
    mend: {
      ja: `公開する前に、メール「${name}」を開いて自社の内容に書き換えてください。見本の文面のボタンは、デモサイトを開くだけです。`,
      en: `Before you publish, open the email “${name}” and make it your own. Its button opens the demo site.`,
    },
  };
}

function leadsNowhere({ name, broken, more }: { name: string; broken: BrokenLink; more: number }): Words {
  const { address, meant } = broken;
  const others = more === 0 ? { ja: '', en: '' } : { ja: `（ほか${more}件）`, en: ` (and ${more} more)` };
  const hint =
    meant === undefined
      ? { ja: 'メールを開いて確かめてください。', en: 'Open the email and check it.' }
      : { ja: `「${meant}」ではありませんか。`, en: `Did you mean ${meant}?` };
  return {
    message: { ja: '本文のリンク先が見つかりません', en: 'A link leads nowhere' },
    mend: {
      ja: `メール「${name}」の「${address}」${others.ja}が開けません。${hint.ja}`,
      en: `In the email “${name}”, ${address}${others.en} cannot be opened. ${hint.en}`,
    },
  };
}

interface Words {
  readonly message: Text;
  readonly mend: Text;
}

function problem(words: Words): CheckProblem {
  return { severity: 'error', path: ['mail'], ...words };
}

const gone: Words = {
  message: { ja: 'メールが見つかりません', en: 'Email not found' },
  mend: {
    ja: '選んだメールは削除されています。別のメールを選んでください。',
    en: 'The email chosen has been deleted. Choose another one.',
  },
};

/** 特定電子メール法: an advertising mail names the postal address of its sender. */
const noAddress: Words & Pick<CheckProblem, 'needsAdmin'> = {
  needsAdmin: true,
  message: { ja: '差出人の住所がありません', en: 'No postal address' },
  mend: {
    ja: '案内のメールには差出人の住所が必要です（特定電子メール法）。設定の「組織と差出人」で「住所と問い合わせ先」を書いてください。',
    en: 'The law requires marketing emails to show the sender’s postal address. Enter it in Settings, under the organisation.',
  },
};
