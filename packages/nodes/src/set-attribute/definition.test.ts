import { sameText } from '@sodate/journey/text';
import { asInstant } from '@sodate/journey/time/instant';
import { describe, expect, it } from 'vitest';
import { tryNode } from '../kit/try-node.ts';
import { setAttributeEffect } from './effect.ts';

const type = 'set-attribute';
const attribute = (name: string) => ({ of: 'lead', name });
const surroundings = {
  attributes: [
    { of: 'lead' as const, name: 'rank', title: sameText('ランク'), kind: 'text' as const, options: ['A', 'B'] },
    { of: 'lead' as const, name: 'seats', title: sameText('席数'), kind: 'number' as const },
    { of: 'lead' as const, name: 'since', title: sameText('開始日'), kind: 'date' as const },
    { of: 'lead' as const, name: 'agreed', title: sameText('合意'), kind: 'boolean' as const },
  ],
};

function changes(config: Parameters<typeof tryNode>[0]['config']) {
  const [act] = tryNode({ type, config, surroundings }).compile().ops;
  const lowered = act?.kind === 'act' ? act.config : {};
  return setAttributeEffect.kind === 'inline' ? setAttributeEffect.changes({ config: lowered, now: asInstant(0) }) : [];
}

it('writes a value', () => {
  const config = { attribute: attribute('rank'), value: 'A' };
  expect(tryNode({ type, config, surroundings })).toMatchObject({ problems: [], summary: { ja: 'ランク ＝ A' } });
  expect(changes(config)).toEqual([{ kind: 'set-attribute', of: 'lead', attribute: 'rank', value: 'A' }]);
});

it('empties an attribute only where that is asked', () => {
  const config = { attribute: attribute('seats'), clear: true };
  expect(tryNode({ type, config, surroundings }).problems).toEqual([]);
  expect(changes(config)).toMatchObject([{ value: null }]);
  expect(tryNode({ type, config: { attribute: attribute('seats') }, surroundings }).problems).toMatchObject([
    { path: ['value'] },
  ]);
});

describe('a value', () => {
  it.each([
    ['seats', 5],
    ['since', '2026-04-01'],
    ['agreed', false],
    ['rank', 'B'],
  ])('fits %s: %j', (name, value) => {
    expect(tryNode({ type, config: { attribute: attribute(name), value }, surroundings }).problems).toEqual([]);
  });

  it.each([
    ['seats', 'five'],
    ['since', '2026-13-01'],
    ['agreed', 'yes'],
    ['rank', 'C'],
  ])('does not fit %s: %j', (name, value) => {
    const { problems } = tryNode({ type, config: { attribute: attribute(name), value }, surroundings });
    expect(problems).toMatchObject([{ severity: 'error', path: ['value'] }]);
  });
});

it('refuses an attribute that does not exist', () => {
  const { problems } = tryNode({ type, config: { attribute: attribute('shoe'), value: 1 }, surroundings });
  expect(problems).toMatchObject([{ path: ['attribute'], message: { ja: '項目が見つかりません' } }]);
});
