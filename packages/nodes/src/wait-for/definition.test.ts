import { expect, it } from 'vitest';
import { tryNode } from '../kit/try-node.ts';

const type = 'wait-for';
const url = { match: 'prefix', value: '/cases' };
const page = { id: 'p', kind: 'page', url };
const timeout = { amount: 5, unit: 'days' };

it('waits for the first of several things, or the time limit', () => {
  const clicked = { id: 'c', kind: 'mail-clicked', node: 'n_mail', link: url };
  const scored = { id: 's', kind: 'condition', condition: { kind: 'score', atLeast: 50 } };
  const { problems, outcomes, compile } = tryNode({ type, config: { for: [page, clicked, scored], timeout } });
  expect(problems).toEqual([]);
  expect(outcomes.map(({ label }) => label.ja)).toEqual(['閲覧した', 'クリックした', '条件に合った', '5日たった']);
  const { ops, plan } = compile();
  expect(ops).toMatchObject([
    {
      kind: 'listen',
      events: [
        { outcome: 'p', pattern: { kind: 'page', url } },
        { outcome: 'c', pattern: { kind: 'mail', reaction: 'clicked', node: 'n_mail', link: url } },
      ],
      conditions: [{ outcome: 's' }],
      timeout: { outcome: 'timeout', spec: { duration: timeout } },
      next: { p: 'n_p', c: 'n_c', s: 'n_s', timeout: 'n_timeout' },
    },
  ]);
  expect(Object.values(plan.conditions)).toEqual([{ kind: 'score', atLeast: 50 }]);
});

it('waits until the score reaches some points, by that name, and asks how many', () => {
  const item = { id: 's', kind: 'score', atLeast: 60 };
  const { outcomes, summary, compile } = tryNode({ type, config: { for: [item], timeout } });
  expect(outcomes[0]?.label.ja).toBe('スコアに達した');
  expect(summary).toEqual({ ja: 'スコア60以上・5日まで', en: 'score 60 or more, up to 5 days' });
  expect(Object.values(compile().plan.conditions)).toEqual([{ kind: 'score', atLeast: 60 }]);
  const { problems } = tryNode({ type, config: { for: [{ id: 's', kind: 'score' }], timeout } });
  expect(problems).toMatchObject([{ severity: 'error', path: ['for', 0, 'atLeast'] }]);
});

it('says on its card what it waits for and how long', () => {
  expect(tryNode({ type, config: { for: [page], timeout } }).summary).toEqual({
    ja: '/cases/…・5日まで',
    en: '/cases/…, up to 5 days',
  });
});

it('has no exit for a time limit that is not set, and warns', () => {
  const { problems, outcomes, compile } = tryNode({ type, config: { for: [page] } });
  expect(problems).toMatchObject([{ severity: 'warning', path: ['timeout'] }]);
  expect(outcomes.map(({ id }) => id)).toEqual(['p']);
  expect(compile().ops[0]).not.toHaveProperty('timeout');
});

it('names the nodes whose mails it waits for, not those left from another choice', () => {
  const { contract } = tryNode({ type, config: { for: [page] } });
  const items = [
    { id: 'a', kind: 'mail-opened', node: 'n_mail' },
    { id: 'b', kind: 'page', url, node: 'n_old' },
  ];
  expect(contract.namesNodes?.({ for: items })).toEqual([{ node: 'n_mail', path: ['for', 0, 'node'] }]);
});

it('asks for what each kind needs', () => {
  const items = [
    { id: 'a', kind: 'page', form: 'x' },
    { id: 'b', kind: 'form' },
    { id: 'c', kind: 'mail-clicked' },
    { id: 'd', kind: 'custom', name: ' ' },
    { id: 'e', kind: 'condition' },
  ];
  expect(tryNode({ type, config: { for: items, timeout } }).problems.map(({ path }) => path)).toEqual([
    ['for', 0, 'url'],
    ['for', 1, 'form'],
    ['for', 2, 'node'],
    ['for', 3, 'name'],
    ['for', 4, 'condition'],
  ]);
});

it('checks its conditions like any other', () => {
  const items = [{ id: 'e', kind: 'condition', condition: { kind: 'score' } }];
  expect(tryNode({ type, config: { for: items, timeout } }).problems).toMatchObject([
    { path: ['for', 0, 'condition'], message: { ja: '条件が途中です' } },
  ]);
});

it('lists problems in the order of the form', () => {
  const config = { for: [{ id: 'a', kind: 'page' }], timeout: { amount: 0, unit: 'business-days' } };
  expect(tryNode({ type, config }).problems.map(({ path }) => path?.[0])).toEqual(['for', 'timeout', 'calendar']);
});
