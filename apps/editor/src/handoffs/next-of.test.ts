import { expect, it } from 'vitest';
import { nextOf } from './next-of.ts';

function row(id: string, standing?: 'past' | 'today' | 'later') {
  const nextContact = standing === undefined ? null : ({ standing } as never);
  return { id: id as never, state: 'accepted' as const, nextContact };
}

function nextFrom(shown: string, rows: ReturnType<typeof row>[]) {
  return nextOf({ view: 'working', rows, shown })?.id;
}

it('goes on to whoever is contacted today, wherever one stands', () => {
  const rows = [row('past', 'past'), row('later', 'later'), row('none')];
  expect(nextFrom('none', rows)).toBe('past');
  expect(nextFrom('past', rows)).toBe('later');
  expect(nextFrom('later', rows)).toBe('past');
});

it('goes down the list where nobody is, and ends below the last', () => {
  const rows = [row('later', 'later'), row('none'), row('last')];
  expect(nextFrom('later', rows)).toBe('none');
  expect(nextFrom('last', rows)).toBeUndefined();
  // It was closed, and has left the list.
  expect(nextFrom('gone', rows)).toBe('later');
});

it('goes on from an open one to the most urgent other, and from closed ones nowhere', () => {
  const rows = [{ ...row('done') }, { ...row('open'), state: 'open' as const }];
  expect(nextOf({ view: 'open', rows, shown: 'done' })?.id).toBe('open');
  expect(nextOf({ view: 'closed', rows, shown: 'done' })).toBeNull();
});
