import { insertBeforeBodyEnd } from './insert-before-body-end.ts';
import { mailFonts } from './mail-fonts.ts';

const style = `max-width:600px;margin:0 auto;padding:16px 25px 32px;font:12px/1.7 ${mailFonts};color:#5a6862;text-align:left;`;

const sender =
  '{{ sender.name }}<br>' +
  '{% if sender.postal_address != "" %}<span style="white-space:pre-line">{{ sender.postal_address }}</span><br>{% endif %}' +
  '{{ sender.email }}';

// 特定電子メール法 (Act No. 26 of 2002), arts. 3 and 4: name and address of the sender, where to complain, and how to
// stop further mails must stand in every advertising mail.
const unsubscribe =
  '{% if language == "en" %}You get this mail because you agreed to hear from us. ' +
  '<a href="{{ unsubscribe_url }}" style="color:#5a6862">Unsubscribe</a>' +
  '{% else %}このメールは、配信に同意された方にお送りしています。' +
  '<a href="{{ unsubscribe_url }}" style="color:#5a6862">配信を停止する</a>{% endif %}<br><br>';

/** Adds who sends the mail, and for marketing how to stop it, in the lead's language. */
export function insertFooter({ html, kind }: { html: string; kind: 'reply' | 'marketing' }): string {
  const lines = kind === 'marketing' ? `${unsubscribe}${sender}` : sender;
  return insertBeforeBodyEnd({ html, part: `<div style="${style}">${lines}</div>` });
}
