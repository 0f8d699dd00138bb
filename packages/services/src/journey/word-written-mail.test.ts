import { expect, it } from 'vitest';
import { wordWrittenMail } from './word-written-mail.ts';

const sender = { name: '青葉', email: 'news@aoba.example', postal_address: '' };
const word = ({ text, language = 'ja' }: { text: string; language?: 'ja' | 'en' }) =>
  wordWrittenMail({ mail: { kind: 'marketing', subject: '', preview: '', text }, sender, language }).text;

it('decides by the reader’s language and the sender, and shows no condition', () => {
  const text = '{% if language == "en" %}Unsubscribe{% else %}配信を停止する{% endif %} {{ sender.name }}';
  expect(word({ text })).toBe('配信を停止する 青葉');
  expect(word({ text, language: 'en' })).toBe('Unsubscribe 青葉');
  expect(word({ text: '{% if sender.postal_address != "" %}住所{% endif %}。' })).toBe('。');
});

it('leaves what is filled in for each lead to be worded', () => {
  expect(word({ text: '{{lead.name | default: "お客"}}様 {{ lead.attributes.plan }} <{{ unsubscribe_url }}>' })).toBe(
    '{{ lead.name }}様 {{ lead.attributes.plan }} <{{ unsubscribe_url }}>',
  );
});

it('shows a mail as it is written where it cannot be filled in', () => {
  expect(word({ text: '{{ lead.name | nothing }}' })).toBe('{{ lead.name | nothing }}');
});
