import { expect, it } from 'vitest';
import { labelForms } from './label-forms.ts';

it('calls a form by its title, and tells those of the same title apart by their names', () => {
  const forms = [
    { id: 'document-request', title: '資料請求' },
    { id: 'contact', title: 'お問い合わせ' },
    { id: 'contact-en', title: 'お問い合わせ' },
  ];
  const labels = labelForms({ forms, withName: ({ id, title }) => `${title}（${id}）` });
  expect([...labels]).toEqual([
    ['document-request', '資料請求'],
    ['contact', 'お問い合わせ（contact）'],
    ['contact-en', 'お問い合わせ（contact-en）'],
  ]);
});
