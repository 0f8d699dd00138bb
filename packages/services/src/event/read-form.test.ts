import { parseInstant } from '@sodate/journey/time/instant';
import { expect, it } from 'vitest';
import type { Message } from './message.ts';
import { readForm } from './read-form.ts';

function sent(properties: Message['properties']) {
  const message: Message = {
    type: 'track',
    name: 'Form Submitted',
    occurredAt: parseInstant('2026-11-19T05:32:00Z'),
    properties: { form: 'request', ...properties },
    traits: {},
  };
  return readForm({ message });
}

it('keeps what each field is called on the page, without the mark that it is required', () => {
  const fields = { message: '棚卸しに3日かかる', company: 'あおば', seats: '5' };
  const labels = { message: ' いま困っていること\n 任意 ', company: '会社名（必須）', seats: 'Seats *', gone: '部署' };
  expect(sent({ fields, labels })).toMatchObject({
    fields,
    labels: { message: 'いま困っていること', company: '会社名', seats: 'Seats' },
  });
});

it('keeps no secret, whoever sent it', () => {
  const fields = {
    password: 'x',
    user_pwd: 'x',
    cardNumber: '4111',
    暗証番号: '0',
    cvc: '1',
    pin: '1',
    shipping: 'air',
  };
  expect(sent({ fields })?.fields).toEqual({ shipping: 'air' });
});

it('reads a form of which nothing came but its name', () => {
  expect(sent({ fields: 'none', labels: ['a'] })).toEqual({ form: 'request', fields: {}, labels: {}, consents: [] });
});
