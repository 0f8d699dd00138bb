import type { JsonObject } from '@sodate/journey/json';
import { asInstant } from '@sodate/journey/time/instant';
import { expect, it } from 'vitest';
import { tryNode } from '../kit/try-node.ts';
import { handOffEffect } from './effect.ts';

const type = 'hand-off';
const surroundings = {
  users: [{ id: 'rina', name: '高田 里奈', manages: true }],
  teams: [
    { id: 'east', name: '東日本', members: 2 },
    { id: 'empty', name: '準備中', members: 0 },
  ],
  calendars: [{ id: 'office', name: '本社' }],
};
const config = {
  to: { kind: 'team', team: 'east' },
  followUp: '電話する',
  questions: ['いつ始めるか'],
  sla: { amount: 4, unit: 'business-hours' },
  calendar: 'office',
  remindBefore: { amount: 1, unit: 'business-hours' },
};
const must = ['opportunity', 'rejected', 'lost'];

it('makes the hand-off, then listens to the outcomes that are connected', () => {
  const { problems, summary, compile } = tryNode({ type, config, surroundings });
  expect(problems).toEqual([]);
  expect(summary.ja).toBe('4営業時間以内・東日本');
  const [act, listen] = compile([...must, 'overdue']).ops;
  expect(act).toMatchObject({ kind: 'act', effect: 'hand-off', next: { done: 'n_tried.listen' } });
  expect(act).not.toHaveProperty('external');
  expect(listen?.next).toEqual({
    opportunity: 'n_opportunity',
    rejected: 'n_rejected',
    lost: 'n_lost',
    overdue: 'n_overdue',
  });
  const events = listen?.kind === 'listen' ? listen.events : [];
  expect(events.map(({ outcome, pattern }) => [outcome, pattern.kind === 'handoff' && pattern.outcome])).toEqual([
    ['rejected', 'rejected'],
    ['overdue', 'overdue'],
    ['opportunity', 'opportunity'],
    ['lost', 'lost'],
    ['opportunity', 'won'],
  ]);
});

it('leads a deal won to its own exit where that is connected', () => {
  const listen = tryNode({ type, config })
    .compile([...must, 'won'])
    .ops.at(-1);
  const events = listen?.kind === 'listen' ? listen.events : [];
  expect(events.filter(({ pattern }) => pattern.kind === 'handoff' && pattern.outcome === 'won')).toMatchObject([
    { outcome: 'won' },
  ]);
});

it('must have a way on for what every hand-off may come to', () => {
  const { outcomes } = tryNode({ type, config });
  expect(outcomes.filter(({ required }) => required).map(({ id }) => id)).toEqual(must);
});

it('leaves nothing undefined: receiver, follow-up, deadline and calendar', () => {
  const { problems } = tryNode({ type, config: { questions: [] }, surroundings });
  expect(problems.map(({ path, severity }) => [severity, ...(path ?? [])])).toEqual([
    ['error', 'to'],
    ['error', 'followUp'],
    ['error', 'sla'],
    ['error', 'calendar'],
  ]);
});

it.each([
  ['a person who is gone', { to: { kind: 'user', user: 'gone' } }, ['to']],
  ['a team that is gone', { to: { kind: 'team', team: 'gone' } }, ['to']],
  ['a team without members', { to: { kind: 'team', team: 'empty' } }, ['to']],
  ['a calendar that is gone', { calendar: 'gone' }, ['calendar']],
  ['an escalation to nobody', { escalateTo: ['gone'] }, ['escalateTo']],
  ['an escalation to some who are gone', { escalateTo: ['rina', 'gone'] }, ['escalateTo']],
  ['a reminder before it begins', { remindBefore: { amount: 4, unit: 'business-hours' } }, ['remindBefore']],
])('refuses %s', (...[, change, path]) => {
  expect(tryNode({ type, config: { ...config, ...change }, surroundings }).problems).toMatchObject([{ path }]);
});

it('warns where nobody in sales but the rep would hear of an overdue hand-off', () => {
  const alone = { ...surroundings, users: [{ id: 'ken', name: '佐藤 健', manages: false }] };
  expect(tryNode({ type, config, surroundings: alone }).problems).toMatchObject([
    { severity: 'warning', path: ['escalateTo'] },
  ]);
  expect(tryNode({ type, config: { ...config, escalateTo: ['ken'] }, surroundings: alone }).problems).toEqual([]);
});

function requested(lowered: JsonObject) {
  return handOffEffect.kind === 'inline' ? handOffEffect.changes({ config: lowered, now: asInstant(0) }) : [];
}

it('asks the services for the hand-off as it was drawn', () => {
  const [act] = tryNode({ type, config }).compile(must).ops;
  const lowered = act?.kind === 'act' ? act.config : {};
  expect(requested(lowered)).toEqual([{ kind: 'create-handoff', handoff: config }]);
});

it('takes the one person to tell of journeys drawn, and plans compiled, before there could be several', () => {
  const old = { ...config, escalateTo: 'rina' };
  const { problems, compile } = tryNode({ type, config: old, surroundings });
  expect(problems).toEqual([]);
  const [act] = compile(must).ops;
  const handoff = { ...config, escalateTo: ['rina'] };
  expect(act?.kind === 'act' && act.config).toEqual(handoff);
  expect(requested(old)).toEqual([{ kind: 'create-handoff', handoff }]);
});
