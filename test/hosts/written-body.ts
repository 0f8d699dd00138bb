import { mailBody } from '@sodate/services/mail/start-body';

/** The body of a mail that is ready to be sent: a new one is not, until its button leads somewhere. */
export const writtenBody = mailBody({
  language: 'ja',
  content: `
<mj-text>
  {{ lead.company }}<br />
  {{ lead.name | default: "ご担当者" }} 様
</mj-text>
<mj-text>
  お申し込みありがとうございます。
</mj-text>
<mj-button href="https://example.com/">くわしく見る</mj-button>`,
});
