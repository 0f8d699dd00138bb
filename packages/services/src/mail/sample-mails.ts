import type { MailKind } from '@sodate/database/schema/mail';
import type { Language } from '@sodate/journey/text';
import type { StartingMail } from '@sodate/nodes/templates/template';

export interface SampleMail {
  readonly purpose: StartingMail;
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
      purpose: 'thanks',
      name: '資料請求のお礼',
      kind: 'reply',
      subject: '【資料】ご請求の資料をお送りします',
      preview: 'お申し込みありがとうございます。資料は下のボタンから開けます。',
      content: `${greeting}
<mj-text>
  資料をご請求いただき、ありがとうございます。<br />
  次のボタンから、いつでもご覧いただけます。
</mj-text>
<mj-button href="${site}/features/stocktake">資料を開く</mj-button>
<mj-text>
  ご不明な点は、このメールにそのままご返信ください。担当者がお答えします。
</mj-text>`,
    },
    {
      purpose: 'tips',
      name: '活用のヒント',
      kind: 'marketing',
      subject: '期限切れの廃棄が6割減った理由',
      preview: '紙の台帳をやめた食品卸が、はじめに変えたことをまとめました。',
      content: `${greeting}
<mj-text>
  先日は資料をご請求いただき、ありがとうございました。
</mj-text>
<mj-text>
  冷蔵と常温で2,400点を扱う食品卸の会社では、期限の管理を紙の台帳から移しただけで、期限切れの廃棄が金額で6割減りました。期限の近い順に出す、3週間前に知らせる。はじめに変えたことと、その順番を事例にまとめています。
</mj-text>
<mj-button href="${site}/cases/minato-shokuhin">事例を読む</mj-button>
<mj-text>
  料金の目安は<a href="${site}/price">料金のページ</a>にあります。
</mj-text>`,
    },
    {
      purpose: 'talk',
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
      purpose: 'thanks',
      name: 'Thanks for asking',
      kind: 'reply',
      subject: 'The document you asked for',
      preview: 'Thank you for asking. The button below opens it.',
      content: `${hello}
<mj-text>
  Thank you for asking for our document. You can open it at any time with this button.
</mj-text>
<mj-button href="${site}/en/features/stocktake">Open the document</mj-button>
<mj-text>
  If anything is unclear, just reply to this mail.
</mj-text>`,
    },
    {
      purpose: 'tips',
      name: 'A hint',
      kind: 'marketing',
      subject: 'How a wholesaler came to throw away 60% less',
      preview: 'What a food wholesaler changed first when it gave up its paper lists.',
      content: `${hello}
<mj-text>
  A food wholesaler with 2,400 items, chilled and ambient, moved its expiry dates off paper and now throws away 60% less. Nearest date goes out first, and a warning comes three weeks ahead. What they changed, and in which order, is in the case.
</mj-text>
<mj-button href="${site}/en/cases/minato-shokuhin">Read the case</mj-button>
<mj-text>
  What it costs is on the <a href="${site}/en/price">price page</a>.
</mj-text>`,
    },
    {
      purpose: 'talk',
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
