import { asInstant } from '@sodate/journey/time/instant';
import { expect, it } from 'vitest';
import { tryNode } from '../kit/try-node.ts';
import { addScoreEffect } from './effect.ts';

const type = 'add-score';

it('gives points with their reason', () => {
  const config = { points: -20, note: '退職', category: 'fit' };
  const { problems, summary, compile } = tryNode({ type, config });
  expect(problems).toEqual([]);
  expect(summary).toEqual({ ja: '−20点・退職', en: '−20 points, 退職' });
  const [act] = compile().ops;
  const lowered = act?.kind === 'act' ? act.config : {};
  const changes =
    addScoreEffect.kind === 'inline' ? addScoreEffect.changes({ config: lowered, now: asInstant(0) }) : [];
  expect(changes).toEqual([{ kind: 'give-points', points: -20, note: '退職', category: 'fit' }]);
});

it.each([0, 1.5, 2_000])('refuses %d points', (points) => {
  expect(tryNode({ type, config: { points, note: 'x' } }).problems).toMatchObject([{ path: ['points'] }]);
});

it('asks for the reason, since it is shown where the score is explained', () => {
  expect(tryNode({ type, config: { points: 5 } }).problems).toMatchObject([{ path: ['note'] }]);
});
