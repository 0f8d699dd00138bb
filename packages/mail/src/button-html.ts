import { escapeHtml } from './escape-html.ts';

const style =
  'display:inline-block;padding:12px 20px;border-radius:7px;background:#0d6271;color:#ffffff;font-weight:600;text-decoration:none';

/** The one thing to press in a mail to our own people. */
export function buttonHtml({ title, url }: { title: string; url: string }): string {
  return `<a href="${escapeHtml(url)}" style="${style}">${escapeHtml(title)}</a>`;
}
