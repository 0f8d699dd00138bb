import { families } from '@sodate/journey/graph/node-contract';
import type { NodeFigures } from '@sodate/services/journey/read-node-figures';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureOf } from './figure-of.ts';

const figures: NodeFigures = {
  week: 84,
  nextAt: '2026-11-24T00:00:00.000Z',
  ways: { yes: 46, no: 54, gone: 7 },
  mails: { sent: 200, opened: 82, clicked: 18 },
  notSent: 3,
  handoffs: { open: 5, overdue: 0 },
};
const asked = { figures, outcomes: ['yes', 'no'], total: 53, entered: 1_060 };

describe('the figure at the foot of a card', () => {
  it.each([
    ['trigger', { kind: 'week', count: 84 }],
    ['data', { kind: 'week', count: 84 }],
    ['wait', { kind: 'next', at: '2026-11-24T00:00:00.000Z' }],
    ['message', { kind: 'mails', sent: 200, notSent: 3, opened: 0.41, clicked: 0.09 }],
    [
      'decision',
      {
        kind: 'ways',
        parts: [
          { outcome: 'yes', percent: 46 },
          { outcome: 'no', percent: 54 },
        ],
      },
    ],
    ['sales', { kind: 'open', count: 5 }],
    ['end', { kind: 'reached', share: 0.05 }],
  ] as const)('is what the family %s is about', (family, expected) => {
    expect(figureOf({ ...asked, family })).toEqual(expected);
  });

  it('says first what is late', () => {
    const late = { ...figures, handoffs: { open: 5, overdue: 2 } };
    expect(figureOf({ ...asked, family: 'sales', figures: late })).toEqual({ kind: 'overdue', count: 2 });
  });

  it('tells of those whom no mail was sent to even where none was sent at all', () => {
    const none = { ...figures, mails: null };
    expect(figureOf({ ...asked, family: 'message', figures: none })).toEqual({ kind: 'not-sent', count: 3 });
  });

  it('shows no zeros where nothing has happened yet', () => {
    for (const family of families) {
      expect(figureOf({ family, figures: undefined, outcomes: ['a', 'b'], total: 0, entered: 0 })).toBeUndefined();
    }
  });

  it('gives shares that sum to a hundred, none further than one off', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 2, maxLength: 12 }), (counts) => {
        const sum = counts.reduce((total, count) => total + count, 0);
        fc.pre(sum > 0);
        const ways = Object.fromEntries(counts.map((count, index) => [`w${index}`, count]));
        const found = figureOf({
          ...asked,
          family: 'decision',
          figures: { ...figures, ways },
          outcomes: Object.keys(ways),
        });
        if (found?.kind !== 'ways') throw new Error('no shares');
        expect(found.parts.reduce((total, { percent }) => total + percent, 0)).toBe(100);
        for (const [index, { percent }] of found.parts.entries()) {
          expect(Math.abs(percent - ((counts[index] ?? 0) * 100) / sum)).toBeLessThan(1);
        }
      }),
    );
  });
});
