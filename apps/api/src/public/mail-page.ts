import type { Language, Text } from '@sodate/journey/text';
import { escapeHtml } from '@sodate/mail/escape-html';

export interface MailPage {
  readonly language: Language;
  readonly title: Text;
  /** Plain text; paragraphs. */
  readonly paragraphs: readonly Text[];
  /** A button that posts to the page's own address. */
  readonly button?: Text;
}

const style = `
:root { color-scheme: light dark; --ground: #f4f6f5; --surface: #fff; --ink: #16211d; --ink-2: #43514b; --accent: #0d6271; --on-accent: #fff; --line: #dde4e1; }
@media (prefers-color-scheme: dark) { :root { --ground: #101614; --surface: #19211e; --ink: #e9efec; --ink-2: #b7c4be; --accent: #66c4d1; --on-accent: #062227; --line: #2a3531; } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--ground); color: var(--ink);
  font: 15px/1.75 -apple-system, BlinkMacSystemFont, "Hiragino Sans", "Yu Gothic UI", Meiryo, "Noto Sans JP", sans-serif; word-break: auto-phrase; line-break: strict; }
main { box-sizing: border-box; width: min(440px, calc(100vw - 32px)); padding: 28px; background: var(--surface); border: 1px solid var(--line); border-radius: 14px; }
h1 { margin: 0 0 12px; font-size: 20px; line-height: 1.35; }
p { margin: 0 0 12px; color: var(--ink-2); }
button { margin-top: 8px; padding: 10px 22px; border: 0; border-radius: 7px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer; }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }`;

/** A small page for people who come from a mail: no script, one question at most. */
export function writeMailPage({ language, title, paragraphs, button }: MailPage): string {
  const body = paragraphs.map((text) => `<p>${escapeHtml(text[language])}</p>`).join('\n');
  const form = button
    ? `<form method="post"><button type="submit">${escapeHtml(button[language])}</button></form>`
    : '';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title[language])}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title[language])}</h1>
${body}
${form}
</main>
</body>
</html>
`;
}

/** For links that are not ours, were changed, or lead nowhere any more. */
export function brokenLinkPage(language: Language): MailPage {
  return {
    language,
    title: { ja: 'このリンクは開けません', en: 'This link cannot be opened' },
    paragraphs: [
      {
        ja: 'リンクが途中で切れているか、古くなっています。メールのリンクをもう一度押すか、差出人にお問い合わせください。',
        en: 'The link is incomplete or too old. Try the link in your email once more, or ask the sender of the email.',
      },
    ],
  };
}

export function unsubscribePage({ language, sender }: { language: Language; sender: string }): MailPage {
  return {
    language,
    title: { ja: 'メールの配信を停止しますか', en: 'Stop these emails?' },
    paragraphs: [
      {
        ja: `${sender}からのご案内メールが届かなくなります。資料のお届けなど、お申し込みへの返信は届きます。`,
        en: `You will get no more promotional emails from ${sender}. Replies to your own requests will still arrive.`,
      },
    ],
    button: { ja: '配信を停止する', en: 'Stop these emails' },
  };
}

export function unsubscribedPage({ language, sender }: { language: Language; sender: string }): MailPage {
  return {
    language,
    title: { ja: '配信を停止しました', en: 'The emails are stopped' },
    paragraphs: [
      {
        ja: `${sender}からのご案内メールは、今後お送りしません。このページは閉じてかまいません。`,
        en: `${sender} will send you no more promotional emails. You can close this page.`,
      },
    ],
  };
}
