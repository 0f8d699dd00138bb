import type { Text } from '@sodate/journey/text';

/** The forms of the demo site, by the mark they carry: with them a journey can be tried before one's own site is ready. */
export const demoForms: readonly { readonly id: string; readonly title: Text }[] = [
  { id: 'document-request', title: { ja: 'デモサイトの資料請求', en: 'Document request on the demo site' } },
  { id: 'contact', title: { ja: 'デモサイトのお問い合わせ', en: 'Contact form on the demo site' } },
];
