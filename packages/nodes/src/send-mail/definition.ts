import type { CheckProblem, Surroundings } from '@sodate/journey/graph/node-contract';
import { sameText } from '@sodate/journey/text';
import { z } from 'zod';
import { mailValue } from '../kit/config-values.ts';
import { defineNode } from '../kit/define-node.ts';
import { field } from '../kit/field.ts';
import { nextOf } from '../kit/next-of.ts';

/** Sends a mail. Who may not get it goes on without it; what became of it can also lead elsewhere. */
export const sendMail = defineNode({
  type: 'send-mail',
  family: 'message',
  title: { ja: 'メールを送る', en: 'Send mail' },
  short: { ja: 'メール', en: 'Mail' },
  description: {
    ja: '選んだメールを1通送ります。受け取れない人には送らず、先へ進みます。',
    en: 'Sends one mail. Leads who can’t be mailed go on without it.',
  },
  keywords: ['メール', '配信', 'email', 'newsletter'],
  icon: 'M5 5.500h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zM3.600 7.200l8.400 6 8.400-6',
  config: z.object({
    mail: field(mailValue, {
      title: { ja: 'メール', en: 'Mail' },
      help: {
        ja: '公開した時点の内容が送られます。',
        en: 'The mail is sent as it was when the journey was published.',
      },
      hint: { kind: 'mail' },
    }),
  }),
  initial: {},
  outcomes: [
    { kind: 'fixed', id: 'done', label: { ja: '送った', en: 'Sent' } },
    { kind: 'fixed', id: 'not-sent', label: { ja: '送れない人', en: 'Not sent' }, optional: true },
    { kind: 'fixed', id: 'failed', label: { ja: '失敗', en: 'Failed' }, optional: true },
  ],
  check: ({ config, surroundings }) => checkMail({ mail: config.mail, surroundings }),
  summary({ config, surroundings }) {
    const mail = surroundings.mails.find(({ id }) => id === config.mail);
    return sameText(mail?.subject || mail?.name || '');
  },
  lower({ config, lowering }) {
    return {
      ops: [
        {
          kind: 'act',
          id: lowering.op(),
          effect: 'send-mail',
          config: { mail: config.mail },
          next: nextOf({ lowering, outcomes: ['done', 'not-sent', 'failed'] }),
          // Sixteen tries, ever further apart, span some four hours: long enough for a mail server's bad morning.
          external: { channel: 'mail', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 16 },
        },
      ],
    };
  },
  guess: () => ({ done: 0.97, 'not-sent': 0.02, failed: 0.01 }),
  effect: () => import('./effect.ts').then((module) => module.sendMailEffect),
});

function checkMail({ mail, surroundings }: { mail: string; surroundings: Surroundings }): readonly CheckProblem[] {
  const found = surroundings.mails.find(({ id }) => id === mail);
  const base = { severity: 'error', path: ['mail'] } as const;
  if (found === undefined) {
    return [
      {
        ...base,
        message: { ja: 'メールが見つかりません', en: 'Mail not found' },
        mend: {
          ja: '選んだメールは削除されています。別のメールを選んでください。',
          en: 'The mail chosen has been deleted. Choose another one.',
        },
      },
    ];
  }
  if (found.subject.trim() === '') {
    return [
      {
        ...base,
        message: { ja: 'メールに件名がありません', en: 'The mail has no subject' },
        mend: {
          ja: `メール「${found.name}」を開いて件名を書いてください。`,
          en: `Open the mail “${found.name}” and write its subject.`,
        },
      },
    ];
  }
  if (found.ready) return [];
  return [
    {
      ...base,
      message: { ja: 'メールに誤りがあります', en: 'The mail has errors' },
      mend: {
        ja: `メール「${found.name}」を開いて誤りを直してください。`,
        en: `Open the mail “${found.name}” and mend its errors.`,
      },
    },
  ];
}
