import { expect, it } from 'vitest';
import { hintsAtConsent } from './hints-at-consent.ts';

it.each([
  '案内メールの同意',
  'メール配信への同意',
  '配信希望',
  'メール受信可否',
  'DM希望',
  'メルマガ登録',
  'ﾒﾙﾏｶﾞ',
  'Email opt-in',
  'Marketing Consent?',
  'Newsletter',
  'Subscribed to emails',
])('takes "%s" for a column of consent', (head) => expect(hintsAtConsent(head)).toBe(true));

it.each([
  'プライバシーポリシーへの同意',
  '個人情報の取扱いに同意',
  '利用規約への同意',
  'Accepted privacy policy',
  'Consent to terms',
])('leaves "%s" alone: agreed to something else', (head) => expect(hintsAtConsent(head)).toBe(false));

it.each(['配信停止', 'メール配信不要', 'メルマガを希望しない', 'Unsubscribed', 'Email opt-out', 'Newsletter opt out'])(
  'leaves "%s" alone: yes there means no mails',
  (head) => expect(hintsAtConsent(head)).toBe(false),
);

it.each(['メールアドレス', 'メール', '備考', '希望日', '希望プラン', 'Email', 'Title'])('leaves "%s" alone', (head) =>
  expect(hintsAtConsent(head)).toBe(false),
);
