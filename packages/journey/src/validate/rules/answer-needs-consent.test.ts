import { expect, it } from 'vitest';
import { findBy } from '../draw-graph.ts';

const mail = { id: 'm', name: 'お礼', subject: 'お問い合わせありがとうございます', ready: true };
const promotion = { mails: [{ ...mail, kind: 'marketing' }] } as const;
const reply = { mails: [{ ...mail, kind: 'reply' }] } as const;
const configs = { m: { mail: 'm' } };
const find = (drawing: Omit<Parameters<typeof findBy>[1], 'configs'>) =>
  findBy('answer-needs-consent', { configs, surroundings: promotion, ...drawing });

const behindForm = { nodes: { a: 'form-submitted', m: 'mail' }, edges: ['a done m'] };

it('warns where a mail that answers a form is of the kind that needs consent', () => {
  expect(find(behindForm)).toEqual(['warning m']);
});

it('is content with a reply, with no mail yet, and with what comes later or answers nothing', () => {
  expect(find({ ...behindForm, surroundings: reply })).toEqual([]);
  expect(find({ ...behindForm, surroundings: { mails: [] } })).toEqual([]);
  const later = { nodes: { a: 'form-submitted', p: 'pause', m: 'mail' }, edges: ['a done p', 'p done m'] };
  expect(find(later)).toEqual([]);
  expect(find({ nodes: { a: 'start', m: 'mail' }, edges: ['a done m'] })).toEqual([]);
});
