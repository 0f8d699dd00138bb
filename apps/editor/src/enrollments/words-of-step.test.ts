import { expect, it } from 'vitest';
import { wordsOfStep } from './words-of-step.ts';

const mail = { name: 'After the request', subject: 'Your documents, Ms Sato' };

it('tells a sent mail by its name, then by the subject that the lead got', () => {
  expect(wordsOfStep({ title: 'Email', summary: mail.name, mail })).toEqual([mail.name, mail.subject]);
});

it('says a name once where the node bears it, or the subject is no other', () => {
  expect(wordsOfStep({ title: mail.name, summary: 'Your documents, [Name]', mail })).toEqual([mail.subject]);
  expect(wordsOfStep({ title: 'Email', summary: 'Hello', mail: { name: 'Hello', subject: 'Hello' } })).toEqual([
    'Hello',
  ]);
});

it('tells any other node by the line of its card, if it has one', () => {
  expect(wordsOfStep({ title: 'Wait', summary: '3 days', mail: null })).toEqual(['3 days']);
  expect(wordsOfStep({ title: 'End', summary: '', mail: null })).toEqual([]);
});
