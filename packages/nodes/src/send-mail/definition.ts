import { wordMailLine } from '@sodate/journey/graph/mail-variables';
import { sameText } from '@sodate/journey/text';
import { z } from 'zod';
import { mailValue } from '../kit/config-values.ts';
import { defineNode } from '../kit/define-node.ts';
import { field } from '../kit/field.ts';
import { nextOf } from '../kit/next-of.ts';
import { checkMail } from './check.ts';
import { lateLimitUnits, lateLimitValue, spanMs } from './late-limit.ts';

/** Sends a mail. Who may not get it goes on without it; what became of it can also lead elsewhere. */
export const sendMail = defineNode({
  type: 'send-mail',
  family: 'message',
  title: { ja: 'メールを送る', en: 'Send email' },
  short: { ja: 'メール', en: 'Email' },
  description: {
    ja: '選んだメールを1通送ります。受け取れない人には送らず、先へ進みます（「送れない人」をつなげば、そちらへ）。',
    en: 'Sends one email. Leads who can’t be mailed go on without it, or by “Not sent” where that is connected.',
  },
  keywords: ['メール', '配信', 'email', 'newsletter'],
  icon: 'M5 5.500h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zM3.600 7.200l8.400 6 8.400-6',
  config: z.object({
    mail: field(mailValue, {
      title: { ja: 'メール', en: 'Email' },
      help: {
        ja: '公開した時点の内容が送られます。',
        en: 'The email is sent as it was when the journey was published.',
      },
      hint: { kind: 'mail' },
    }),
    lateLimit: field(lateLimitValue.exactOptional(), {
      title: { ja: 'これより遅れたら送らない', en: 'Skip if delayed by more than' },
      help: {
        ja: '送信を控える時間帯や週の上限のために遅れたときの決まりです。空なら、いつまでも待って送ります。',
        en: 'Quiet hours or the weekly limit can delay an email. If empty, it waits as long as it takes.',
      },
      hint: { kind: 'duration', units: lateLimitUnits },
    }),
  }),
  initial: {},
  outcomes: [
    { kind: 'fixed', id: 'done', label: { ja: '送った', en: 'Sent' } },
    {
      kind: 'fixed',
      id: 'not-sent',
      label: { ja: '送れない人', en: 'Not sent' },
      optional: true,
      unconnected: {
        ja: 'つながなければ、送らずに「送った」と同じ先へ進みます。',
        en: 'Left open: they take the same way as “Sent”, without the email.',
      },
    },
    {
      kind: 'fixed',
      id: 'failed',
      label: { ja: '失敗', en: 'Failed' },
      optional: true,
      unconnected: {
        ja: 'つながなければ、ここで止まります。「止まっているリード」で「やり直す」か「飛ばす」を選べます。',
        en: 'Left open: they stop here, and you can choose “Try again” or “Skip” in the list of stuck leads.',
      },
    },
  ],
  check: checkMail,
  summary({ config, surroundings, title }) {
    const mail = surroundings.mails.find(({ id }) => id === config.mail);
    // A mail goes by its name. Where the card bears that name already, its subject tells more.
    if (mail !== undefined && mail.name !== title) return sameText(mail.name);
    return wordMailLine({ line: mail?.subject || mail?.name || '', attributes: surroundings.attributes });
  },
  lower({ config, lowering }) {
    return {
      ops: [
        {
          kind: 'act',
          id: lowering.op(),
          effect: 'send-mail',
          config: {
            mail: config.mail,
            ...(config.lateLimit === undefined ? {} : { lateLimitMs: spanMs(config.lateLimit) }),
          },
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
