import { expect, it } from 'vitest';
import type { Condition } from '../condition/condition.ts';
import { emptySurroundings } from './empty-surroundings.ts';
import { wordWholeCondition } from './word-whole-condition.ts';

const score: Condition = { kind: 'score', atLeast: 60 };
const stage: Condition = { kind: 'stage', oneOf: ['mql'] };
const won: Condition = { kind: 'handoff', outcome: 'won' };

it.each<[Condition, string, string]>([
  [score, 'スコア60以上', 'score 60 or more'],
  [{ kind: 'all', of: [score] }, 'スコア60以上', 'score 60 or more'],
  [{ kind: 'all', of: [] }, '条件なし', 'no condition'],
  [{ kind: 'all', of: [score, stage, won] }, 'スコア60以上、かつMQL、かつ受注した', 'score 60 or more and MQL and won'],
  [
    { kind: 'all', of: [score, { kind: 'any', of: [stage, won] }] },
    'スコア60以上、かつ（MQL、または受注した）',
    'score 60 or more and (MQL or won)',
  ],
  [
    { kind: 'none', of: [stage, { kind: 'none', of: [won] }] },
    '「MQL」「受注したではない」のどれでもない',
    'none of these: MQL; not won',
  ],
  [
    { kind: 'any', of: [{ kind: 'all', of: [{ kind: 'all', of: [score, won] }] }, stage] },
    '（スコア60以上、かつ受注した）、またはMQL',
    '(score 60 or more and won) or MQL',
  ],
])('says all parts of %j in both languages', (...[condition, ja, en]) => {
  expect(wordWholeCondition({ condition, surroundings: emptySurroundings })).toEqual({ ja, en });
});
