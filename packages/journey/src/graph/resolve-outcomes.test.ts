import { describe, expect, it } from 'vitest';
import type { LabelSpec, OutcomePart } from './described-node.ts';
import { resolveOutcomes } from './resolve-outcomes.ts';

const each = (label: LabelSpec): readonly OutcomePart[] => [{ kind: 'each', list: ['items'], idField: 'id', label }];

function labels({ label, items }: { label: LabelSpec; items: readonly Record<string, string | number>[] }) {
  return resolveOutcomes({ outcomes: each(label), config: { items } }).map((outcome) => outcome.label);
}

describe('outcomes of a list', () => {
  const name: LabelSpec = { kind: 'field', field: 'name', otherwise: { ja: '名なし', en: 'Unnamed' } };

  it('are one for each item, in their order, by their own names', () => {
    const config = {
      items: [
        { id: 'a', name: '製造' },
        { id: 'b', name: ' ' },
      ],
    };
    expect(resolveOutcomes({ outcomes: each(name), config })).toEqual([
      { id: 'a', label: { ja: '製造', en: '製造' } },
      { id: 'b', label: { ja: '名なし', en: 'Unnamed' } },
    ]);
  });

  it('leave out items without an id, repeats, and what is no item', () => {
    const config = { items: [{ name: 'x' }, null, 5, { id: 'a' }, { id: 'a' }, { id: '' }] };
    expect(resolveOutcomes({ outcomes: each(name), config }).map(({ id }) => id)).toEqual(['a']);
  });

  it.each([{}, { items: 'none' }, { items: null }])('are none in the config %j', (config) => {
    expect(resolveOutcomes({ outcomes: each(name), config })).toEqual([]);
  });
});

describe('labels', () => {
  it('say score bands by their neighbours, in any order', () => {
    const items = [
      { id: 'm', from: 30 },
      { id: 'h', from: 60 },
    ];
    expect(labels({ label: { kind: 'band', field: 'from' }, items })).toEqual([
      { ja: '30〜59', en: '30–59' },
      { ja: '60以上', en: '60 or more' },
    ]);
    const below: LabelSpec = { kind: 'below-bands', list: ['items'], field: 'from', otherwise: { ja: '-', en: '-' } };
    const [outcome] = resolveOutcomes({ outcomes: [{ kind: 'fixed', id: 'else', label: below }], config: { items } });
    expect(outcome?.label).toEqual({ ja: '29以下', en: 'Below 30' });
  });

  it('say shares of the sum of all weights', () => {
    const items = [
      { id: 'a', name: 'A', weight: 1 },
      { id: 'b', name: '', weight: 3 },
    ];
    expect(labels({ label: { kind: 'share', name: 'name', weight: 'weight' }, items }).map(({ ja }) => ja)).toEqual([
      'A 25%',
      'B 75%',
    ]);
  });

  it('say durations in words of each language', () => {
    const label: LabelSpec = { kind: 'duration', path: ['limit'], text: { ja: '{}たった', en: '{} passed' } };
    const outcomes: readonly OutcomePart[] = [{ kind: 'fixed', id: 'timeout', label, whenSet: ['limit'] }];
    const of = (limit?: { amount: number; unit: string }) =>
      resolveOutcomes({ outcomes, config: limit === undefined ? {} : { limit } }).map((outcome) => outcome.label);
    expect(of({ amount: 5, unit: 'days' })).toEqual([{ ja: '5日たった', en: '5 days passed' }]);
    expect(of({ amount: 1, unit: 'business-hours' })).toEqual([
      { ja: '1営業時間たった', en: '1 business hour passed' },
    ]);
    expect(of()).toEqual([]);
  });
});

it('shows a fixed outcome only where the config says so, and keeps what is asked of it', () => {
  const outcomes: readonly OutcomePart[] = [
    {
      kind: 'fixed',
      id: 'a',
      label: { ja: 'あ', en: 'A' },
      when: { path: ['by'], oneOf: ['x', null] },
      required: true,
    },
    {
      kind: 'fixed',
      id: 'b',
      label: { ja: 'い', en: 'B' },
      optional: true,
      unconnected: { ja: '進む', en: 'goes on' },
    },
  ];
  const ids = (config: Record<string, string>) => resolveOutcomes({ outcomes, config }).map(({ id }) => id);
  expect(ids({ by: 'x' })).toEqual(['a', 'b']);
  expect(ids({})).toEqual(['a', 'b']);
  expect(ids({ by: 'y' })).toEqual(['b']);
  expect(resolveOutcomes({ outcomes, config: {} })).toMatchObject([
    { required: true },
    { optional: true, unconnected: { ja: '進む' } },
  ]);
});
