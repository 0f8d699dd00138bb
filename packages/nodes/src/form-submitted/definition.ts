import { z } from 'zod';
import { defineNode } from '../kit/define-node.ts';
import { triggerExit } from '../kit/exits.ts';
import { field } from '../kit/field.ts';
import { checkForm, wordForm } from '../kit/form.ts';

/** Lets a lead in who sends a form. */
export const formSubmitted = defineNode({
  type: 'form-submitted',
  family: 'trigger',
  title: { ja: 'フォームの送信', en: 'Form submitted' },
  short: { ja: 'フォーム', en: 'Form' },
  description: {
    ja: '資料請求や問い合わせのフォームを送った人が、このシナリオに入ります。',
    en: 'People who submit a form, such as a document request, enter the journey.',
  },
  keywords: ['資料請求', '問い合わせ', 'inquiry', 'request', 'download', 'api', 'track', 'event', 'イベント'],
  icon: 'M6 3.5h8.5L19 8v12.5H6zM14 3.5V8.5h5M9 13h7M9 16.5h4.5',
  config: z.object({
    form: field(z.string().trim().min(1).max(200), {
      title: { ja: 'フォーム', en: 'Form' },
      help: {
        ja: '届いたことのあるフォームから選べます。まだなら、ここで名前を決めて、サイトのフォームに同じ名前のしるしを付けます。',
        en: 'Forms seen so far are offered. For a new one, make up a name, and mark the form on your site with it.',
      },
      hint: { kind: 'form' },
    }),
  }),
  initial: {},
  outcomes: triggerExit,
  check: ({ config, surroundings }) => checkForm({ form: config.form, path: ['form'], surroundings }),
  summary: ({ config, surroundings }) => wordForm({ form: config.form, surroundings }),
  lower({ config }) {
    return { ops: [], trigger: { kind: 'event', pattern: { kind: 'form', form: config.form }, times: 1 } };
  },
});
