import type { MailKind } from '@sodate/database/schema/mail';
import type { Language } from '@sodate/journey/text';

export interface SampleMail {
  readonly name: string;
  readonly kind: MailKind;
  readonly subject: string;
  readonly preview: string;
  /** MJML for one column. */
  readonly content: string;
}

/** Mails that a first journey can send at once; written to be overwritten. `site` has no trailing slash. */
export function sampleMails({ language, site }: { language: Language; site: string }): readonly SampleMail[] {
  return language === 'ja' ? japanese(site) : english(site);
}

const greeting = `<mj-text>
  {{ lead.company }}<br />
  {{ lead.name | default: "ご担当者" }} 様
</mj-text>`;

function japanese(site: string): SampleMail[] {
  return [
    {
      name: '資料請求のお礼',
      kind: 'reply',
      subject: '【資料】ご請求の資料をお送りします',
      preview: 'お申し込みありがとうございます。資料は下のボタンから開けます。',
      content: `${greeting}
<mj-text>
  資料をご請求いただき、ありがとうございます。<br />
  次のボタンから、いつでもご覧いただけます。
</mj-text>
<mj-button href="${site}/features">資料を開く</mj-button>
<mj-text>
  ご不明な点は、このメールにそのままご返信ください。担当者がお答えします。
</mj-text>`,
    },
    {
      name: '活用のヒント',
      kind: 'marketing',
      subject: '棚卸が半日で終わった理由',
      preview: '3日かかっていた棚卸を、手順の見直しで半日にした食品卸の事例です。',
      content: `${greeting}
<mj-text>
  先日は資料をご請求いただき、ありがとうございました。
</mj-text>
<mj-text>
  3日かかっていた棚卸を半日に縮めた食品卸の会社では、はじめに3つのことだけを変えました。数え方をそろえる、動いた在庫だけを数える、差異の理由をその場で残す。順番と工夫を事例にまとめています。
</mj-text>
<mj-button href="${site}/cases">事例を読む</mj-button>
<mj-text>
  料金の目安は<a href="${site}/price">料金のページ</a>にあります。
</mj-text>`,
    },
    {
      name: 'ご相談のご案内',
      kind: 'marketing',
      subject: '{{ lead.name | default: "ご担当者" }}様の場合をうかがえますか',
      preview: '30分ほどで、進め方と費用の目安をお伝えします。',
      content: `${greeting}
<mj-text>
  在庫の持ち方は会社ごとに違います。いまのお困りごとをうかがえれば、進め方と費用の目安を30分ほどでお伝えできます。
</mj-text>
<mj-button href="${site}/contact">日程を相談する</mj-button>`,
    },
  ];
}

function english(site: string): SampleMail[] {
  const hello = '<mj-text>Hello {{ lead.name | default: "there" }},</mj-text>';
  return [
    {
      name: 'Thanks for asking',
      kind: 'reply',
      subject: 'The document you asked for',
      preview: 'Thank you for asking. The button below opens it.',
      content: `${hello}
<mj-text>
  Thank you for asking for our document. You can open it at any time with this button.
</mj-text>
<mj-button href="${site}/en/features">Open the document</mj-button>
<mj-text>
  If anything is unclear, just reply to this mail.
</mj-text>`,
    },
    {
      name: 'A hint',
      kind: 'marketing',
      subject: 'How stocktaking shrank to half a day',
      preview: 'A food wholesaler changed three things first.',
      content: `${hello}
<mj-text>
  A food wholesaler cut stocktaking from three days to half a day. They changed three things first: count the same way everywhere, count only what has moved, and note the reason for each difference on the spot.
</mj-text>
<mj-button href="${site}/en/cases">Read the case</mj-button>
<mj-text>
  What it costs is on the <a href="${site}/en/price">price page</a>.
</mj-text>`,
    },
    {
      name: 'Shall we talk?',
      kind: 'marketing',
      subject: 'May we hear about your case?',
      preview: 'In half an hour we can tell you how to start and what it costs.',
      content: `${hello}
<mj-text>
  Every company keeps its stock in its own way. Tell us what troubles you, and in half an hour we can tell you how to start and what it would cost.
</mj-text>
<mj-button href="${site}/en/contact">Find a time</mj-button>`,
    },
  ];
}
