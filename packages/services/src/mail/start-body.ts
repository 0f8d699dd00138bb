import type { Language } from '@sodate/journey/text';
import { mailFonts } from '@sodate/mail/compile/mail-fonts';

/** Text blocks and a button, ready to be written over. */
export function mailBody({
  language,
  content,
}: {
  language: Language;
  /** MJML for one column. */
  content: string;
}): string {
  return `<mjml lang="${language}">
  <mj-head>
    <mj-attributes>
      <mj-all font-family="${mailFonts}" />
      <mj-text font-size="15px" line-height="1.8" color="#16211d" />
      <mj-button background-color="#0d6271" border-radius="7px" font-size="15px" inner-padding="12px 28px" />
    </mj-attributes>
  </mj-head>
  <mj-body background-color="#f4f6f5">
    <mj-section background-color="#ffffff" padding="28px 0">
      <mj-column>
${content
  .trim()
  .split('\n')
  .map((line) => `        ${line}`)
  .join('\n')}
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
`;
}

/** What a new mail holds before anything is written. Its button leads nowhere yet, so the mail cannot go out unread. */
export function startBody({ language }: { language: Language }): string {
  return mailBody({ language, content: language === 'ja' ? japanese : english });
}

const japanese = `
<mj-text>
  {{ lead.company }}<br />
  {{ lead.name | default: "ご担当者" }} 様
</mj-text>
<mj-text>
</mj-text>
<mj-button href="">くわしく見る</mj-button>`;

const english = `
<mj-text>Hello {{ lead.name | default: "there" }},</mj-text>
<mj-text>
</mj-text>
<mj-button href="">Read more</mj-button>`;
