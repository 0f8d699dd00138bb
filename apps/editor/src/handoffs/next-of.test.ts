import { expect, it } from 'vitest';
import { countPassedOver, nextOf } from './next-of.ts';

function row(id: string, standing?: 'past' | 'today' | 'later') {
  const nextContact = standing === undefined ? null : ({ standing } as never);
  return { id: id as never, state: 'accepted' as const, nextContact };
}

function nextFrom(shown: string, rows: ReturnType<typeof row>[]) {
  return nextOf({ view: 'working', rows, shown, stood: rows.map(({ id }) => id) })?.id;
}

it('goes on to whoever is contacted today, wherever one stands', () => {
  const rows = [row('past', 'past'), row('later', 'later'), row('none')];
  expect(nextFrom('none', rows)).toBe('past');
  expect(nextFrom('past', rows)).toBe('none');
  expect(nextFrom('later', rows)).toBe('past');
});

it('goes down the list where nobody is, and ends below the last', () => {
  const rows = [row('later', 'later'), row('none'), row('last')];
  expect(nextFrom('later', rows)).toBe('none');
  expect(nextFrom('last', rows)).toBeUndefined();
});

it('goes to those planned for later only once nothing else is left', () => {
  expect(nextFrom('a', [row('a'), row('later', 'later'), row('b')])).toBe('b');
  expect(nextFrom('a', [row('a'), row('later', 'later'), row('latest', 'later')])).toBe('later');
});

it('says how many planned for later it passes over, and none where it goes to those themselves', () => {
  const passedFrom = (shown: string, rows: ReturnType<typeof row>[]) => {
    const stood = rows.map(({ id }) => id);
    const next = nextOf({ view: 'working', rows, shown, stood });
    return countPassedOver({ rows, shown, stood, next });
  };
  expect(
    passedFrom('a', [row('above', 'later'), row('a'), row('later', 'later'), row('last', 'later'), row('b')]),
  ).toBe(2);
  expect(passedFrom('a', [row('a'), row('b'), row('later', 'later')])).toBe(0);
  expect(passedFrom('a', [row('a'), row('later', 'later')])).toBe(0);
  expect(passedFrom('a', [row('today', 'today'), row('later', 'later'), row('a')])).toBe(0);
});

it.each([
  ['has left the list', [row('monday', 'later'), row('first'), row('promised')]],
  [
    'was planned, and stands among those',
    [row('shown', 'later'), row('monday', 'later'), row('first'), row('promised')],
  ],
  ['still stands there', [row('monday', 'later'), row('first'), row('shown'), row('promised')]],
])('leads to the one named before the answer where what was answered %s', (_, rows) => {
  const stood = ['monday', 'first', 'shown', 'promised'];
  expect(nextOf({ view: 'working', rows, shown: 'shown', stood })?.id).toBe('promised');
});

it('goes on from an open one to the most urgent other, and from closed ones nowhere', () => {
  const rows = [{ ...row('done') }, { ...row('open'), state: 'open' as const }];
  expect(nextOf({ view: 'open', rows, shown: 'done', stood: [] })?.id).toBe('open');
  expect(nextOf({ view: 'closed', rows, shown: 'done', stood: [] })).toBeNull();
});
