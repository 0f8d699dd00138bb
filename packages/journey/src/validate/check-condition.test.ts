import { describe, expect, it } from 'vitest';
import { emptySurroundings } from '../graph/empty-surroundings.ts';
import type { Surroundings } from '../graph/node-contract.ts';
import { asId } from '../id.ts';
import type { Json } from '../json.ts';
import { sameText } from '../text.ts';
import { checkCondition } from './check-condition.ts';

const surroundings: Surroundings = {
  ...emptySurroundings,
  attributes: [
    { of: 'lead', name: 'title', title: sameText('役職'), kind: 'text' },
    { of: 'company', name: 'employees', title: sameText('従業員数'), kind: 'number' },
  ],
  calendars: [{ id: 'office', name: '本社' }],
  journeys: [{ id: 'j', name: '育成' }],
  nodes: [{ id: asId('n_mail'), type: 'send-mail', title: sameText('お礼') }],
};

function check(condition: Json) {
  return checkCondition({ condition, path: ['c'], surroundings });
}

const visit = { kind: 'events', pattern: { kind: 'page', url: { match: 'exact', value: '/price' } } };

describe('complete conditions', () => {
  it.each<Json>([
    { kind: 'score', atLeast: 50 },
    { kind: 'score', below: 30, category: 'cases' },
    { kind: 'attribute', of: 'lead', attribute: 'title', compare: { is: 'contains', value: '部長' } },
    { kind: 'attribute', of: 'company', attribute: 'employees', compare: { is: 'at-least', value: 100 } },
    { kind: 'attribute', of: 'lead', attribute: 'title', compare: { is: 'empty' } },
    { ...visit, atLeast: 2, within: { amount: 14, unit: 'days' } },
    { ...visit, atMost: 0, within: 'since-entered' },
    { kind: 'events', pattern: { kind: 'mail', reaction: 'clicked', node: 'n_mail' }, atLeast: 1 },
    { kind: 'stage', oneOf: ['mql', 'sql'] },
    { kind: 'consent', topic: 'marketing', given: true },
    { kind: 'handoff', outcome: 'won' },
    { kind: 'business-time', calendar: 'office', open: true },
    { kind: 'journey', journey: 'j', state: 'never' },
    { kind: 'none', of: [{ kind: 'any', of: [{ kind: 'score', atLeast: 1 }] }] },
  ])('are taken: %j', (condition) => {
    expect(check(condition)).toEqual([]);
  });
});

describe('conditions that cannot be asked', () => {
  it.each<[Json, string]>([
    [null, 'Choose what to decide by'],
    [{ kind: 'moon' }, 'Choose what to decide by'],
    [{ kind: 'all', of: [] }, 'at least one condition'],
    [{ kind: 'score' }, 'points'],
    [{ kind: 'score', atLeast: 'many' }, 'points'],
    [{ kind: 'score', atLeast: 50, below: 50 }, 'smaller'],
    [{ kind: 'attribute', of: 'lead', attribute: '' }, 'Choose the attribute'],
    [{ kind: 'attribute', of: 'lead', attribute: 'shoe', compare: { is: 'empty' } }, 'no attribute “shoe”'],
    [{ kind: 'attribute', of: 'lead', attribute: 'title', compare: { is: 'more', value: 3 } }, 'is no number'],
    [
      { kind: 'attribute', of: 'company', attribute: 'employees', compare: { is: 'equal', value: 'x' } },
      'value to compare',
    ],
    [
      { kind: 'attribute', of: 'company', attribute: 'employees', compare: { is: 'one-of', values: [] } },
      'value to compare',
    ],
    [{ kind: 'attribute', of: 'lead', attribute: 'title' }, 'how to compare'],
    [visit, 'how many times'],
    [{ ...visit, atLeast: 3, atMost: 2 }, 'smaller'],
    [{ ...visit, atLeast: 1, within: { amount: 0, unit: 'days' } }, 'time to look back'],
    [
      { kind: 'events', pattern: { kind: 'page', url: { match: 'exact', value: ' ' } }, atLeast: 1 },
      'Fill in the page',
    ],
    [{ kind: 'events', pattern: { kind: 'mail', reaction: 'clicked', node: 'n_gone' }, atLeast: 1 }, 'is gone'],
    [{ kind: 'events', pattern: { kind: 'mail', reaction: 'opened', mail: 'm' }, atLeast: 1 }, 'has been deleted'],
    [{ kind: 'events', atLeast: 1 }, 'what the lead should have done'],
    [{ kind: 'stage', oneOf: ['king'] }, 'stage'],
    [{ kind: 'consent', topic: '' }, 'topic'],
    [{ kind: 'handoff', outcome: 'eaten' }, 'outcome'],
    [{ kind: 'business-time', calendar: 'gone', open: true }, 'calendar'],
    [{ kind: 'journey', journey: 'j', state: 'lost' }, 'state'],
  ])('say what is lacking: %j', (condition, mend) => {
    const [problem, ...more] = check(condition);
    expect(more).toEqual([]);
    expect(problem?.severity).toBe('error');
    expect(problem?.mend.en).toContain(mend);
  });

  it('point to the place in the tree', () => {
    const condition = {
      kind: 'any',
      of: [
        { kind: 'score', atLeast: 1 },
        { kind: 'all', of: [{ kind: 'score' }] },
      ],
    };
    expect(check(condition).map(({ path }) => path)).toEqual([['c', 'of', 1, 'of', 0]]);
  });

  it('may not be nested without end', () => {
    let deep: Json = { kind: 'score', atLeast: 1 };
    for (let level = 0; level < 9; level += 1) deep = { kind: 'all', of: [deep] };
    expect(check(deep)[0]?.mend.en).toContain('nested too deeply');
  });
});
