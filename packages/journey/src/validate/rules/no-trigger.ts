import type { Rule } from '../rule.ts';

/** Without a trigger nobody enters. */
export const noTrigger: Rule = ({ nodes }) => {
  if (nodes.some(({ contract }) => contract?.isTrigger === true)) return [];
  return [
    {
      severity: 'error',
      message: { ja: 'きっかけがありません', en: 'No trigger' },
      mend: {
        ja: '「フォームの送信」や「ページの閲覧」などのきっかけを1つ以上置いてください。',
        en: 'Place at least one trigger, such as “Form submitted” or “Page visit”.',
      },
    },
  ];
};
