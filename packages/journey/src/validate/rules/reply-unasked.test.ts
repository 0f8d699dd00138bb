import { expect, it } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { findBy, problemsOf } from '../draw-graph.ts';

const mail = { id: 'm', name: 'お礼', subject: 'お申し込みありがとうございます', ready: true };
const reply = { mails: [{ ...mail, kind: 'reply' }] } as const;
const promotion = { mails: [{ ...mail, kind: 'marketing' }] } as const;
const configs = { m: { mail: 'm' } };
const find = (drawing: Parameters<typeof findBy>[1]) =>
  findBy('reply-unasked', { surroundings: reply, ...drawing, configs: { ...configs, ...drawing.configs } });

const behindBoth = { nodes: { a: 'form-submitted', b: 'by-hand', m: 'mail' }, edges: ['a done m', 'b done m'] };

it('warns of a reply that leads come to who were added by hand, however late', () => {
  expect(find(behindBoth)).toEqual(['warning m']);
  expect(find({ nodes: { b: 'by-hand', p: 'pause', m: 'mail' }, edges: ['b done p', 'p done m'] })).toEqual([
    'warning m',
  ]);
});

it('names the entrance, and the mend that fits: ways of their own only where somebody asked', () => {
  const [both] = problemsOf({ ...behindBoth, configs, surroundings: reply }).filter(isOurs);
  expect(both?.mend.ja).toContain('「by-hand」で入る人');
  expect(both?.mend.ja).toContain('入り口ごとに');
  const alone = { nodes: { b: 'by-hand', m: 'mail' }, edges: ['b done m'], configs, surroundings: reply };
  expect(problemsOf(alone).find(isOurs)?.mend.ja).not.toContain('入り口ごとに');
});

it('is content where only a form leads to the reply, or the mail needs consent, or none is chosen', () => {
  expect(find({ nodes: { a: 'form-submitted', m: 'mail' }, edges: ['a done m'] })).toEqual([]);
  expect(find({ ...behindBoth, edges: ['a done m'] })).toEqual([]);
  expect(find({ ...behindBoth, surroundings: promotion })).toEqual([]);
  expect(find({ ...behindBoth, configs: { m: {} } })).toEqual([]);
});

it('is content with a trigger of one’s own, of which nothing is said', () => {
  expect(find({ nodes: { a: 'start', m: 'mail' }, edges: ['a done m'] })).toEqual([]);
});

it('takes a form sent on the way for a request, by the exit of that form alone', () => {
  const listening = (outcome: string, item: JsonObject) => ({
    nodes: { b: 'by-hand', f: 'fork', m: 'mail' },
    edges: ['b done f', `f ${outcome} m`],
    configs: { f: { for: [{ id: 'yes', ...item }] } },
  });
  expect(find(listening('yes', { kind: 'form', form: 'contact' }))).toEqual([]);
  const asked = { condition: { kind: 'all', of: [{ kind: 'events', pattern: { kind: 'form' }, atLeast: 1 }] } };
  expect(find(listening('yes', asked))).toEqual([]);
  expect(find(listening('no', { kind: 'form', form: 'contact' }))).toEqual(['warning m']);
  expect(find(listening('yes', { kind: 'page' }))).toEqual(['warning m']);
});

it('comes to an end where the journey goes round', () => {
  const round = { nodes: { b: 'by-hand', p: 'pause', m: 'mail' }, edges: ['b done p', 'p done m', 'm done p'] };
  expect(find(round)).toEqual(['warning m']);
});

function isOurs({ rule }: { rule: string }): boolean {
  return rule === 'reply-unasked';
}
