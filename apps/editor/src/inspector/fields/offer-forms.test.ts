import { expect, it } from 'vitest';
import { offerForms } from './offer-forms.ts';

const seen = [{ id: 'webinar', title: 'ウェビナー' }];

it('offers the forms of the demo site before anybody has sent one', () => {
  expect(offerForms({ forms: [], demo: true }).map(({ id }) => id)).toEqual(['document-request', 'contact']);
});

it('names each form once, those seen first', () => {
  const offered = offerForms({ forms: [...seen, { id: 'contact', title: 'お問い合わせ' }], demo: true });
  expect(offered.map(({ id, title }) => [id, title.ja])).toEqual([
    ['webinar', 'ウェビナー'],
    ['contact', 'お問い合わせ'],
    ['document-request', 'デモサイトの資料請求'],
  ]);
});

it('offers only what was seen where there is no demo site', () => {
  expect(offerForms({ forms: seen, demo: false }).map(({ id }) => id)).toEqual(['webinar']);
});
