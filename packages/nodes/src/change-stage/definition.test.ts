import { asInstant } from '@sodate/journey/time/instant';
import { expect, it } from 'vitest';
import { tryNode } from '../kit/try-node.ts';
import { changeStageEffect } from './effect.ts';

it('moves the lead to a stage', () => {
  const { problems, summary, compile } = tryNode({ type: 'change-stage', config: { stage: 'opportunity' } });
  expect(problems).toEqual([]);
  expect(summary).toEqual({ ja: '商談', en: 'Opportunity' });
  const [act] = compile().ops;
  const config = act?.kind === 'act' ? act.config : {};
  const changes = changeStageEffect.kind === 'inline' ? changeStageEffect.changes({ config, now: asInstant(0) }) : [];
  expect(changes).toEqual([{ kind: 'change-stage', stage: 'opportunity' }]);
});

it('refuses a stage that there is not', () => {
  expect(tryNode({ type: 'change-stage', config: { stage: 'king' } }).problems).toMatchObject([{ path: ['stage'] }]);
});
