import { asId } from '@sodate/journey/id';
import { parseInstant } from '@sodate/journey/time/instant';
import { expect, it } from 'vitest';
import { earliestNext } from './next-at-by.ts';

const wait = asId<'node'>('n_wait');
const later = asId<'node'>('n_later');
const [before, after, last] = ['2026-12-01T00:00:00Z', '2026-12-03T00:00:00Z', '2026-12-09T00:00:00Z'];
const nodes = [
  { node: wait, nextAt: before, nextIfFollowed: after, pastIfFollowed: 0 },
  { node: later, nextAt: last, nextIfFollowed: last, pastIfFollowed: 2 },
];
const finish = { kind: 'finish' } as const;
const follow = { kind: 'follow', past: 'keep-old' } as const;

it('is the first of all nodes by what is chosen for each', () => {
  const of = (choice: typeof finish | typeof follow) =>
    earliestNext({ nodes, choices: { [wait]: choice, [later]: finish } });
  expect(of(finish)).toBe(parseInstant(before));
  expect(of(follow)).toBe(parseInstant(after));
});

it('leaves out those who go on at once, or have no time', () => {
  const atOnce = {
    [wait]: { kind: 'move', to: later, at: 'now' },
    [later]: { kind: 'follow', past: 'go-on-now' },
  } as const;
  expect(earliestNext({ nodes, choices: atOnce })).toBeUndefined();
});
